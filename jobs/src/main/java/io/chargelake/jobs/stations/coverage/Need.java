package io.chargelake.jobs.stations.coverage;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import io.chargelake.jobs.columns.StationColumns;
import io.chargelake.jobs.tables.StationRegister;
import io.chargelake.station.Access;
import io.chargelake.station.StationStatus;
import java.util.Locale;
import org.apache.spark.sql.Column;

/**
 * What a place must have near it. A station whose access is not told counts as one that may be used: a gap is claimed only where there is
 * surely none. One that is planned or out of service does not count, and a power that is not told is not fast.
 */
enum Need {
    ANY,
    PUBLIC,
    FAST;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    Column isMet(double fastKw) {
        Column usable = not(
                StationRegister.STATUS.col().isin(StationStatus.PLANNED.code(), StationStatus.OUT_OF_SERVICE.code()));
        Column open = usable.and(coalesce(not(StationColumns.isAccess(Access.PRIVATE)), lit(true)));
        return switch (this) {
            case ANY -> usable;
            case PUBLIC -> open;
            case FAST -> open.and(coalesce(StationColumns.isFast(fastKw), lit(false)));
        };
    }
}
