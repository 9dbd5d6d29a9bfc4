package io.chargelake.jobs.forecast;

import io.chargelake.forecast.HourHistory;
import io.chargelake.jobs.tables.OccupancyFeature;
import io.chargelake.time.LocalHours;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/**
 * Walks through hours, those of one key after the other and each key's in order of time, and tells of each what was known before it
 * began; after the last hour there is, of the hours to come.
 *
 * @param last hour there is
 */
record KnownHours(LocalHours calendar, long last, Telling telling) implements MapPartitionsFunction<Row, Row> {

    /** What is told of an hour. */
    interface Telling extends Serializable {
        Row of(HourOfKey hour, HourHistory history, LocalHours calendar);
    }

    @Override
    public Iterator<Row> call(Iterator<Row> hours) {
        return new Walk(hours);
    }

    private final class Walk implements Iterator<Row> {
        private final Iterator<Row> hours;
        private final HourHistory history = new HourHistory();
        private final Queue<Row> told = new ArrayDeque<>();
        private HourOfKey before;

        private Walk(Iterator<Row> hours) {
            this.hours = hours;
        }

        @Override
        public boolean hasNext() {
            return !told.isEmpty() || hours.hasNext();
        }

        @Override
        public Row next() {
            if (told.isEmpty()) {
                pass(HourOfKey.of(hours.next()));
            }
            return told.remove();
        }

        private void pass(HourOfKey hour) {
            if (before == null || !before.key().equals(hour.key())) {
                history.forget();
                before = null;
            }
            tell(hour);
            history.over(
                    calendar.weekHour(hour.hour()),
                    calendar.dayKindHour(hour.hour()),
                    hour.share(),
                    hour.outOfService(),
                    hour.sessions());
            before = hour;
            if (hour.hour() == last) {
                for (int ahead = 1; ahead <= FeatureTable.AHEAD; ahead++) {
                    tell(hour.toCome(last + ahead));
                }
            }
        }

        private void tell(HourOfKey hour) {
            history.at(hour.hour());
            told.add(telling.of(hour.after(before), history, calendar));
        }
    }

    /** All that is known, in the order of {@link FeatureTable#KNOWN}. */
    static final class OfKey implements Telling {
        private static final long serialVersionUID = 1;

        @Override
        public Row of(HourOfKey hour, HourHistory history, LocalHours calendar) {
            long at = hour.hour();
            var day = history.day();
            var week = history.week();
            var profile = history.ofWeekHour(calendar.weekHour(at));
            var dayKind = history.ofDayKindHour(calendar.dayKindHour(at));
            var row = new FeatureTable.Cells()
                    .add(hour.key())
                    .add(Instant.ofEpochSecond(at * FeatureTable.HOUR_S))
                    .addKnown(hour.share())
                    .add(hour.devices())
                    .add(hour.isToCome() ? null : hour.sessions());
            OccupancyFeature.LAGS.forEach(lag -> row.addKnown(history.lag(lag)));
            return row.addKnown(day.mean())
                    .addKnown(day.spread())
                    .addKnown(week.mean())
                    .addKnown(week.spread())
                    .add(day.sessions())
                    .addKnown(day.meanOutOfService())
                    .addKnown(profile.value())
                    .add(profile.count())
                    .addKnown(dayKind.value())
                    .add(dayKind.count())
                    .addKnown(history.before().value())
                    .addKnown(hour.neighboursBefore())
                    .add(calendar.hourOfDay(at))
                    .add(calendar.dayOfWeek(at))
                    .add(calendar.month(at))
                    .add(calendar.isHoliday(at))
                    .row();
        }
    }

    /** What all keys of a level are averaged over, in the order of {@link FeatureTable#OF_PEERS}. */
    static final class OfPeers implements Telling {
        private static final long serialVersionUID = 1;

        @Override
        public Row of(HourOfKey hour, HourHistory history, LocalHours calendar) {
            return new FeatureTable.Cells()
                    .add(Instant.ofEpochSecond(hour.hour() * FeatureTable.HOUR_S))
                    .addKnown(history.ofWeekHour(calendar.weekHour(hour.hour())).value())
                    .addKnown(history.before().value())
                    .row();
        }
    }
}
