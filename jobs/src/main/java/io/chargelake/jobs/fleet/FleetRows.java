package io.chargelake.jobs.fleet;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;

import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.FlatSiteSlots;
import io.chargelake.jobs.tables.FlatSites;
import io.chargelake.jobs.tables.FlatStays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * Sites, their load and their stays as one kind of rows, those of a site together: first what it is, then its load in order of time, then who
 * stays. The one shuffle of the job.
 */
final class FleetRows {
    static final int SITE = 0;
    static final int SLOT = 1;
    static final int STAY = 2;

    // columns by their place, as SiteInputs reads them
    static final int SITE_ID = 0;
    static final int KIND = 1;
    static final int AT = 2;
    static final int UNTIL = 3;
    static final int VEHICLE = 4;
    static final int WORD = 5;
    static final int NUMBERS = 6;

    private static final int NUMBER_COLUMNS = 8;
    private static final Col SITE_COL = Col.string("site_id");
    private static final Col KIND_COL = Col.integer("kind");
    private static final Col AT_COL = Col.bigint("at_s");
    private static final Column NO_TIME = lit(0L);
    private static final Column NO_WORD = lit(null).cast(DataTypes.StringType);

    static Dataset<Row> ofSites(Dataset<Row> sites) {
        return rows(
                sites,
                FlatSites.SITE_ID,
                SITE,
                NO_TIME,
                NO_TIME,
                NO_WORD,
                FlatSites.VOLTAGE_LEVEL.col(),
                List.of(
                        coalesce(FlatSites.LIMIT_KW.col(), lit(Double.POSITIVE_INFINITY)),
                        coalesce(FlatSites.TRANSFORMER_KVA.col(), lit(0.0)),
                        coalesce(FlatSites.SHORT_CIRCUIT_MVA.col(), lit(0.0))));
    }

    static Dataset<Row> ofSlots(Dataset<Row> slots) {
        return rows(
                slots,
                FlatSiteSlots.SITE_ID,
                SLOT,
                unix_seconds(FlatSiteSlots.SLOT_START.col()),
                NO_TIME,
                NO_WORD,
                NO_WORD,
                List.of(FlatSiteSlots.BASE_KW.col(), coalesce(FlatSiteSlots.SOLAR_KW.col(), lit(0.0))));
    }

    static Dataset<Row> ofStays(Dataset<Row> stays) {
        return rows(
                stays,
                FlatStays.SITE_ID,
                STAY,
                unix_seconds(FlatStays.ARRIVAL.col()),
                unix_seconds(FlatStays.DEPARTURE.col()),
                FlatStays.VEHICLE_ID.col(),
                FlatStays.CHARGER_CLASS.col(),
                List.of(
                        FlatStays.SOC_ARRIVAL.col(),
                        FlatStays.SOC_TARGET.col(),
                        FlatStays.BATTERY_KWH.col(),
                        coalesce(FlatStays.AC_KW.col(), lit(0.0)),
                        coalesce(FlatStays.DC_KW.col(), lit(0.0)),
                        when(FlatStays.V2G.col(), 1.0).otherwise(0.0),
                        FlatStays.CHARGER_KW.col(),
                        coalesce(FlatStays.PHASE.col(), lit(0)).cast(DataTypes.DoubleType)));
    }

    private static Dataset<Row> rows(
            Dataset<Row> of,
            Col siteId,
            int kind,
            Column at,
            Column until,
            Column vehicle,
            Column word,
            List<Column> numbers) {
        Stream<Column> padded = IntStream.range(0, NUMBER_COLUMNS)
                .mapToObj(i -> (i < numbers.size() ? numbers.get(i) : lit(0.0)).as("n" + i));
        return of.select(Stream.concat(
                        Stream.of(
                                siteId.col().as(SITE_COL.name()),
                                lit(kind).as(KIND_COL.name()),
                                at.as(AT_COL.name()),
                                until.as("until_s"),
                                vehicle.as("vehicle_id"),
                                word.as("word")),
                        padded)
                .toArray(Column[]::new));
    }

    /** Of rows that say different things of one slot or site the same one comes first, however they came. */
    static Dataset<Row> sorted(Dataset<Row> rows, int partitions) {
        return rows.repartition(partitions, SITE_COL.col())
                .sortWithinPartitions(
                        SITE_COL.col(),
                        KIND_COL.col(),
                        AT_COL.col(),
                        Col.real("n0").col(),
                        Col.real("n1").col(),
                        Col.real("n2").col());
    }

    private FleetRows() {}
}
