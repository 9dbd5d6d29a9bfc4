package io.chargelake.jobs.forecast;

import io.chargelake.jobs.tables.OccupancyFeature;
import org.apache.spark.sql.Row;

/**
 * An hour of a device, station or city.
 *
 * @param hour since 1970
 * @param share occupied, of what was observed; NaN where nothing was
 * @param neighbours their mean share in this hour; NaN where there is none
 * @param neighboursBefore the same an hour before
 */
record HourOfKey(
        String key,
        long hour,
        int devices,
        double share,
        double outOfService,
        int sessions,
        double neighbours,
        double neighboursBefore,
        boolean isToCome) {

    static HourOfKey of(Row row) {
        return new HourOfKey(
                row.getAs(OccupancyFeature.KEY.name()),
                row.<Long>getAs(FeatureTable.HOUR_NUMBER),
                row.<Integer>getAs(OccupancyFeature.DEVICES.name()),
                real(row, OccupancyFeature.SHARE.name()),
                real(row, FeatureTable.OUT_SHARE),
                row.<Integer>getAs(OccupancyFeature.SESSIONS.name()),
                real(row, FeatureTable.NEIGHBOURS),
                Double.NaN,
                false);
    }

    private static double real(Row row, String column) {
        Double value = row.getAs(column);
        return value == null ? Double.NaN : value;
    }

    /** One of which nothing is known but that its devices are there. */
    HourOfKey toCome(long later) {
        return new HourOfKey(key, later, devices, Double.NaN, Double.NaN, 0, Double.NaN, Double.NaN, true);
    }

    /** Beside the hour of the key that came before, or null. */
    HourOfKey after(HourOfKey before) {
        double known = before != null && before.hour == hour - 1 ? before.neighbours : Double.NaN;
        return new HourOfKey(key, hour, devices, share, outOfService, sessions, neighbours, known, isToCome);
    }
}
