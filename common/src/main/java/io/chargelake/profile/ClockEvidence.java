package io.chargelake.profile;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What times tell of the clock they were read from. Where a clock is set forward an hour never comes: a local time in it is not of that
 * zone, and an hour that is empty on that day but busy on the days around it points to the zone. Offsets tell more: they are those
 * of a zone at each time, or they are not.
 */
final class ClockEvidence implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int HOURS = 24;
    private static final int SECONDS_AN_HOUR = 3_600;
    private static final int DAYS_AROUND = 7;
    /** Rows at the missing hour on the 14 days around, from which on an empty hour is no chance: five would be expected in it. */
    private static final long ENOUGH_AROUND = 70;

    private final List<String> zones;
    private final long[] hours = new long[HOURS];
    private final Map<Integer, Long> offsets = new TreeMap<>();
    private final long[] inGap;
    private final long[] aroundGap;
    private final long[] ofZone;
    private long local;
    private long utc;
    private transient Map<Integer, LocalDateTime[]> gaps;
    private transient ZoneRules[] rules;

    /** @param zones that may be meant, the likeliest first */
    ClockEvidence(List<String> zones) {
        this.zones = List.copyOf(zones);
        inGap = new long[zones.size()];
        aroundGap = new long[zones.size()];
        ofZone = new long[zones.size()];
    }

    void addMoment(double seconds, int offsetMinutes) {
        offsets.merge(offsetMinutes, 1L, Long::sum);
        countHour(seconds + offsetMinutes * 60.0);
        Instant moment = Instant.ofEpochSecond((long) Math.floor(seconds));
        for (int i = 0; i < ofZone.length; i++) {
            ofZone[i] += rules()[i].getOffset(moment).getTotalSeconds() == offsetMinutes * 60 ? 1 : 0;
        }
    }

    /** Of a column whose type says that it holds moments. */
    void addUtc(double seconds) {
        utc++;
        countHour(seconds);
    }

    void addLocal(double seconds) {
        local++;
        countHour(seconds);
        LocalDateTime time = LocalDateTime.ofEpochSecond((long) Math.floor(seconds), 0, ZoneOffset.UTC);
        LocalDateTime[] gapsOfYear = gaps().computeIfAbsent(time.getYear(), this::gapsOf);
        for (int i = 0; i < gapsOfYear.length; i++) {
            if (gapsOfYear[i] != null) {
                countBeside(i, gapsOfYear[i], time);
            }
        }
    }

    private void countBeside(int zone, LocalDateTime gap, LocalDateTime time) {
        long days = time.toLocalDate().toEpochDay() - gap.toLocalDate().toEpochDay();
        if (Math.abs(days) <= DAYS_AROUND && time.getHour() == gap.getHour()) {
            inGap[zone] += days == 0 ? 1 : 0;
            aroundGap[zone] += days == 0 ? 0 : 1;
        }
    }

    private void countHour(double seconds) {
        hours[(int) Math.floorMod((long) Math.floor(seconds / SECONDS_AN_HOUR), (long) HOURS)]++;
    }

    void merge(ClockEvidence other) {
        other.offsets.forEach((offset, count) -> offsets.merge(offset, count, Long::sum));
        add(hours, other.hours);
        add(inGap, other.inGap);
        add(aroundGap, other.aroundGap);
        add(ofZone, other.ofZone);
        local += other.local;
        utc += other.utc;
    }

    private static void add(long[] sums, long[] others) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += others[i];
        }
    }

    /** How many times there are in each hour of the day, as they are written. */
    long[] hours() {
        return hours.clone();
    }

    Suspicion suspicion() {
        if (local == 0 && offsets.isEmpty()) {
            return Suspicion.certain("UTC", "the type of the column says so");
        }
        return offsets.isEmpty() ? ofLocal() : local > 0 ? partly() : ofOffsets();
    }

    private Suspicion partly() {
        long withOffset = offsets.values().stream().mapToLong(Long::longValue).sum();
        return Suspicion.doubtful(
                Suspicion.MIXED, String.format(Locale.ROOT, "%,d times name an offset, %,d do not", withOffset, local));
    }

    private Suspicion ofOffsets() {
        if (offsets.keySet().equals(Set.of(0))) {
            return Suspicion.certain("UTC", "each time has the offset +00:00");
        }
        long all = offsets.values().stream().mapToLong(Long::longValue).sum();
        for (int i = 0; i < ofZone.length; i++) {
            if (ofZone[i] == all) {
                return Suspicion.certain(zones.get(i), "each time has the offset that this zone had then");
            }
        }
        String found = offsets.entrySet().stream()
                .sorted(Map.Entry.<Integer, Long>comparingByValue().reversed())
                .limit(4)
                .map(e ->
                        ZoneOffset.ofTotalSeconds(e.getKey() * 60) + " in " + Words.share((double) e.getValue() / all))
                .collect(Collectors.joining(", "));
        return Suspicion.certain("offsets", found);
    }

    private Suspicion ofLocal() {
        for (int i = 0; i < inGap.length; i++) {
            if (inGap[i] == 0 && aroundGap[i] >= ENOUGH_AROUND) {
                return Suspicion.likely(
                        zones.get(i),
                        String.format(
                                Locale.ROOT,
                                "no time in the hour its clock skips, %,d in that hour on the days around",
                                aroundGap[i]));
            }
        }
        for (int i = 0; i < inGap.length; i++) {
            if (inGap[i] > 0 && 4 * inGap[i] * 2 * DAYS_AROUND >= aroundGap[i]) {
                return Suspicion.likely(
                        "UTC",
                        String.format(
                                Locale.ROOT,
                                "no offset, but %,d times in the hour that the clock of %s skips: UTC, or a zone without summer time",
                                inGap[i],
                                zones.get(i)));
            }
        }
        return Suspicion.doubtful("local", "no offset, and too few times near a change of the clock to tell the zone");
    }

    private Map<Integer, LocalDateTime[]> gaps() {
        if (gaps == null) {
            gaps = new HashMap<>();
        }
        return gaps;
    }

    /** Of each zone the first hour of the year that its clock skips; null where there is none. */
    private LocalDateTime[] gapsOf(int year) {
        LocalDateTime[] found = new LocalDateTime[zones.size()];
        for (int i = 0; i < found.length; i++) {
            ZoneOffsetTransition change = rules()[i].nextTransition(
                    Instant.ofEpochSecond(LocalDateTime.of(year, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC)));
            while (change != null
                    && !change.isGap()
                    && change.getDateTimeBefore().getYear() == year) {
                change = rules()[i].nextTransition(change.getInstant());
            }
            boolean isThen = change != null
                    && change.isGap()
                    && change.getDateTimeBefore().getYear() == year;
            found[i] = isThen ? change.getDateTimeBefore() : null;
        }
        return found;
    }

    private ZoneRules[] rules() {
        if (rules == null) {
            rules = zones.stream().map(zone -> ZoneId.of(zone).getRules()).toArray(ZoneRules[]::new);
        }
        return rules;
    }
}
