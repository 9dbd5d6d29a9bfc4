package io.chargelake.jobs.stations.kpi;

import static io.chargelake.jobs.testing.DatasetAssert.assertThat;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.chargelake.jobs.tables.ChargingPoint;
import io.chargelake.jobs.tables.ChargingStation;
import io.chargelake.jobs.tables.Connector;
import io.chargelake.jobs.tables.History;
import io.chargelake.jobs.tables.StationDelivery;
import io.chargelake.jobs.tables.StationRegister;
import io.chargelake.jobs.testing.InlineTable;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Figures of a few stations, worked out by hand. */
class FiguresTest {
    private static final LocalDate DAY = LocalDate.of(2025, 6, 1);

    /** Two of r, whose history is old; two of n, which is new; one that is gone. */
    private static final String STATIONS =
            """
            station_id | source | city | state | country | latitude | longitude | operator | access  | open_24_7 | status         | opened_on  | connector_types | connectors | max_power_kw | fast_connectors | valid_from | valid_to
            r1         | r      | Bonn | NRW   | DE      | 50.7     | 7.1       | Op       | public  | true      | operational    |            | A   | 2          | 22           | 0               | 2024-01-01 |
            r2         | r      | Bonn | NRW   | DE      | 50.7     | 7.2       |          | private | false     | unknown        |            | A,B | 4          | 150          | 2               | 2025-01-01 |
            r3         | r      | Bonn | NRW   | DE      | 50.7     | 7.3       |          | private | false     | operational    |            | A   | 4          | 150          | 2               | 2024-01-01 | 2025-03-01
            n1         | n      | Bonn | RLP   | DE      | 50.7     | 7.4       | Op       | public  |           | out_of_service | 2020-01-01 |     |            |              | 3               | 2025-06-01 |
            n2         | n      |      |       |         |          |           |          | unknown |           | planned        |            |     |            |              |                 | 2025-06-01 |
            """;

    private static final String DELIVERIES =
            """
            source | delivered_on | stations | complete
            r      | 2024-01-01   | 2        | true
            r      | 2025-06-01   | 2        | true
            n      | 2025-06-01   | 2        | true
            """;

    @Test
    void unknownIsNeitherYesNorNo() {
        assertThat(all(figures(50)))
                .hasRows(
                        """
                        kpi                 | numerator | denominator | value              | unknown | unknown_share | basis
                        connector_diversity | 3.0       | 2.0         | 1.5                | 2       | 0.5           | register
                        connectors          | 6.0       | 1.0         | 6.0                | 2       | 0.5           | register
                        fast_rate           | 2.0       | 3.0         | 0.6666666666666666 | 1       | 0.25          | register
                        growth_12m          | 0.0       | 3.0         | 0.0                | 1       | 0.25          | history and opening dates
                        open_24_7_rate      | 1.0       | 2.0         | 0.5                | 2       | 0.5           | register
                        operational_rate    | 1.0       | 3.0         | 0.3333333333333333 | 1       | 0.25          | register
                        private_rate        | 1.0       | 3.0         | 0.3333333333333333 | 1       | 0.25          | register
                        public_rate         | 2.0       | 3.0         | 0.6666666666666666 | 1       | 0.25          | register
                        stations            | 4.0       | 1.0         | 4.0                | 0       | 0.0           | register
                        """);
    }

    @Test
    void whatASourceCountsAsFastTellsOfFiftyKilowattsOnly() {
        assertThat(all(figures(100)).where("kpi = 'fast_rate'"))
                .hasRows("numerator | denominator | unknown\n 1.0 | 2.0 | 2");
        assertThat(all(figures(22)).where("kpi = 'fast_rate'"))
                .hasRows("numerator | denominator | unknown\n 3.0 | 3.0 | 1");
    }

    @Test
    void placesOfOneNameAreToldApartAndWhatIsNotToldIsUnknown() {
        assertThat(figures(50).where("kpi = 'stations' and level <> 'all'"))
                .hasRows(
                        """
                        level    | country | state   | key     | value
                        country  |         |         | DE      | 3.0
                        country  |         |         | unknown | 1.0
                        state    | DE      |         | NRW     | 2.0
                        state    | DE      |         | RLP     | 1.0
                        state    | unknown |         | unknown | 1.0
                        city     | DE      | NRW     | Bonn    | 2.0
                        city     | DE      | RLP     | Bonn    | 1.0
                        city     | unknown | unknown | unknown | 1.0
                        operator |         |         | Op      | 2.0
                        operator |         |         | unknown | 2.0
                        """);
    }

    @Test
    void polledStationsWorkWhenOneOfTheirConnectorsDoes() {
        Dataset<Row> live = live(
                """
                id_connector | status_connector
                1            | OUTOFORDER
                2            | CHARGING
                3            | UNKNOWN
                4            | UNKNOWN
                5            | REMOVED
                6            | UNKNOWN
                7            | AVAILABLE
                """);
        assertThat(live)
                .hasRows(
                        """
                        station_id | _live
                        r1         | works
                        r2         | unknown
                        n1         | fails
                        elsewhere  | works
                        """);
        // r1 works, r2 is not known, n1 fails, and n2 is not polled: its register says planned
        assertThat(all(new Figures(50).rows(Standing.withLive(standing(), live)))
                        .where("kpi = 'operational_rate'"))
                .hasRows(
                        """
                        numerator | denominator | unknown | basis
                        1.0       | 3.0         | 1       | live and register
                        """);
    }

    /** Connectors 1 and 2 are r1's, 3 and 4 r2's, 5 and 6 n1's. */
    private static Dataset<Row> live(String statuses) {
        Dataset<Row> last = InlineTable.of(io.chargelake.jobs.tables.StatusConnectors.TABLE, statuses)
                .withColumn("date", lit(DAY));
        return LiveStatus.stations(
                last,
                InlineTable.of(
                        Connector.TABLE, "id_connector|id_cp\n 1|p1\n 2|p1\n 3|p2\n 4|p2\n 5|p3\n 6|p3\n 7|p4\n 8|p4"),
                InlineTable.of(ChargingPoint.TABLE, "id_cp|id_cs\n p1|1\n p2|2\n p3|3\n p4|4"),
                InlineTable.of(
                        ChargingStation.TABLE,
                        """
                        id_cs | source_id | latitude | longitude
                        1     | r1        | 50.701   | 7.101
                        2     | r2        | 50.7     | 7.2
                        3     | n1        | 50.7     | 7.4
                        4     | elsewhere | 50.7     | 7.4
                        """));
    }

    @Test
    void anIdOfAnotherPlaceIsAnotherStation() {
        Dataset<Row> live =
                live("id_connector | status_connector\n 5 | AVAILABLE").withColumn("latitude", lit(48.0));
        assertThat(all(new Figures(50).rows(Standing.withLive(standing(), live)))
                        .where("kpi = 'operational_rate'"))
                .hasRows("numerator | denominator | basis\n 1.0 | 3.0 | register");
    }

    private static Dataset<Row> figures(double fastKw) {
        return new Figures(fastKw)
                .rows(standing().withColumn(LiveStatus.LIVE, lit(null).cast("string")));
    }

    private static Dataset<Row> standing() {
        Dataset<Row> versions = InlineTable.of(History.of(StationRegister.TABLE), STATIONS);
        return Standing.of(versions, InlineTable.of(StationDelivery.TABLE, DELIVERIES), List.of(DAY));
    }

    private static Dataset<Row> all(Dataset<Row> rows) {
        return rows.where(col("level").equalTo("all"));
    }
}
