package io.chargelake.jobs.columns;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.chargelake.jobs.tables.StationRegister;
import io.chargelake.station.Access;
import org.apache.spark.sql.Column;

/** What is asked of stations of a register; null where it is unknown. */
public final class StationColumns {
    /** What registers count as fast where they tell no power. */
    private static final double COUNTED_AS_FAST_KW = 50;

    /**
     * Whether a station is fast: by its strongest connector, or, where no power is told, by how many connectors the source counts as
     * fast, as far as that tells (one of 50 kW or more says nothing of 150).
     */
    public static Column isFast(double fastKw) {
        Column counted = StationRegister.FAST_CONNECTORS.col();
        return when(
                        StationRegister.MAX_POWER_KW.col().isNotNull(),
                        StationRegister.MAX_POWER_KW.col().geq(fastKw))
                .when(counted.gt(0).and(lit(fastKw <= COUNTED_AS_FAST_KW)), true)
                .when(counted.equalTo(0).and(lit(fastKw >= COUNTED_AS_FAST_KW)), false);
    }

    public static Column isAccess(Access access) {
        Column word = StationRegister.ACCESS.col();
        return when(word.notEqual(Access.UNKNOWN.code()), word.equalTo(access.code()));
    }

    private StationColumns() {}
}
