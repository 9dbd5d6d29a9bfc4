package io.chargelake.time;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/** Clock and calendar of a zone for a stretch of hours: computed once, looked up for each of many rows. */
public final class LocalHours implements Serializable {
    private static final long serialVersionUID = 1;
    private static final long HOUR_S = 3600;
    private static final int HOURS = 24;
    private static final int SATURDAY = 6;

    private final long first;
    private final byte[] hourOfDay;
    private final byte[] dayOfWeek;
    private final byte[] month;
    private final boolean[] isHoliday;

    /**
     * @param first hour since 1970
     * @param end hour after the last
     */
    public LocalHours(ZoneId zone, Set<LocalDate> holidays, long first, long end) {
        int count = Math.toIntExact(end - first);
        this.first = first;
        this.hourOfDay = new byte[count];
        this.dayOfWeek = new byte[count];
        this.month = new byte[count];
        this.isHoliday = new boolean[count];
        for (int i = 0; i < count; i++) {
            ZonedDateTime local = Instant.ofEpochSecond((first + i) * HOUR_S).atZone(zone);
            hourOfDay[i] = (byte) local.getHour();
            dayOfWeek[i] = (byte) local.getDayOfWeek().getValue();
            month[i] = (byte) local.getMonthValue();
            isHoliday[i] = holidays.contains(local.toLocalDate());
        }
    }

    public int hourOfDay(long hour) {
        return hourOfDay[at(hour)];
    }

    /** 1 is Monday. */
    public int dayOfWeek(long hour) {
        return dayOfWeek[at(hour)];
    }

    public int month(long hour) {
        return month[at(hour)];
    }

    public boolean isHoliday(long hour) {
        return isHoliday[at(hour)];
    }

    /** 0 is Monday's first. */
    public int weekHour(long hour) {
        return (dayOfWeek(hour) - 1) * HOURS + hourOfDay(hour);
    }

    /** 0 is the first of a working day, 24 that of a day of the weekend. */
    public int dayKindHour(long hour) {
        return (dayOfWeek(hour) >= SATURDAY ? HOURS : 0) + hourOfDay(hour);
    }

    private int at(long hour) {
        return Math.toIntExact(hour - first);
    }
}
