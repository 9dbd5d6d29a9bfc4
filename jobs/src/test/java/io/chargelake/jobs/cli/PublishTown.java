package io.chargelake.jobs.cli;

import io.chargelake.jobs.lake.Lake;
import io.chargelake.jobs.lake.Lakes;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.tables.ChargeSession;
import io.chargelake.jobs.tables.ChargingPoint;
import io.chargelake.jobs.tables.ChargingStation;
import io.chargelake.jobs.tables.Connector;
import io.chargelake.jobs.tables.Indicator;
import io.chargelake.jobs.tables.OccupancyHourly;
import io.chargelake.jobs.tables.Utilization;
import io.chargelake.jobs.testing.InlineTable;
import io.chargelake.jobs.testing.TestSpark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A small lake with a table of each kind. */
final class PublishTown {
    private static final String HOURS =
            """
            device_type | device_id | hour                 | available_s | occupied_s | blocked_s | out_of_service_s | unknown_s | sessions_started
            connector   | C1        | 2025-03-29T22:00:00Z | 3600        | 0          | 0         | 0                | 0         | 0
            connector   | C1        | 2025-03-29T23:00:00Z | 1800        | 1800       | 0         | 0                | 0         | 1
            connector   | C1        | 2025-03-30T01:00:00Z | 0           | 3600       | 0         | 0                | 0         | 0
            point       | P1        | 2025-03-30T01:00:00Z | 0           | 0          | 0         | 3600             | 0         | 0
            """;

    private PublishTown() {}

    static Lake lake(Path folder, TableFormat format) {
        return Lakes.open(
                TestSpark.session(),
                Storage.uri(folder.toString()),
                Optional.of(format),
                Lakes.Access.WRITE,
                Optional.empty());
    }

    /** A Delta lake is built once, and copied. */
    static Lake build(Path folder, TableFormat format) {
        if (format == TableFormat.ICEBERG) {
            return fill(lake(folder, format));
        }
        try (Stream<Path> files = Files.walk(Template.FOLDER)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = folder.resolve(Template.FOLDER.relativize(file).toString());
                if (!Files.isDirectory(copy)) {
                    Files.copy(file, copy);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lake(folder, format);
    }

    private static final class Template {
        private static final Path FOLDER = make();

        private static Path make() {
            try {
                Path folder = Files.createTempDirectory("publish-town");
                fill(lake(folder, TableFormat.DELTA));
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Lake fill(Lake lake) {
        lake.replace(
                ChargingStation.TABLE,
                InlineTable.of(
                        ChargingStation.TABLE,
                        """
                        id_cs | name         | city    | longitude | latitude | operator_name | open_24_7 | roaming
                        1     | Ratħaus "A" | Köln    | 6.96      | 50.94    | =1+1          | true      |
                        2     | Ein 'Platz', | Ulm     | 200.0     | 48.4     | Stadtwerke    | false     | true
                        3     | 充电站       |         |           |          |               |           |
                        """));
        lake.replace(
                ChargingPoint.TABLE,
                InlineTable.of(
                        ChargingPoint.TABLE,
                        """
                id_cp | id_cs
                P1    | 1
                P9    |
                """));
        lake.replace(
                Connector.TABLE,
                InlineTable.of(
                        Connector.TABLE,
                        """
                id_connector | id_cp | max_power | power_type
                C1           | P1    | 22        | AC_3_PHASE
                """));
        lake.replace(OccupancyHourly.TABLE, hours(HOURS));
        lake.replace(
                Utilization.TABLE,
                InlineTable.of(
                        Utilization.TABLE,
                        """
                        level   | key  | period | period_start | devices | occupied_share | observed_share | sessions | mean_session_s | available_s | occupied_s | blocked_s | out_of_service_s | session_s
                        station | 1    | day    | 2025-03-30   | 1       | 0.75           | 1.0            | 1        | 5400.0         | 1800        | 5400       | 0         | 0                | 5400
                        city    | Köln | day    | 2025-03-30   | 1       | 0.75           | 1.0            | 1        | 5400.0         | 1800        | 5400       | 0         | 0                | 5400
                        station | 1    | month  | 2025-03-01   | 1       |                | 0.1            | 0        |                | 0           | 0          | 0         | 0                | 0
                        """));
        lake.replace(
                Indicator.TABLE,
                InlineTable.of(
                        Indicator.TABLE,
                        """
                        period | period_start | dimension    | key   | indicator   | unit | value | n
                        day    | 2025-03-30   | all          | all   | trip_energy | kWh  | 4.5   | 3
                        day    | 2025-03-30   | vehicle_type | van   | trip_energy | kWh  | 5.0   | 2
                        day    | 2025-03-30   | vehicle      | V-007 | trip_energy | kWh  | 3.5   | 1
                        """));
        lake.replace(ChargeSession.TABLE, sessions());
        return lake;
    }

    static Dataset<Row> hours(String rows) {
        return InlineTable.of(OccupancyHourly.TABLE, rows);
    }

    static void replaceHours(Lake lake, String day, String rows) {
        lake.replaceDays(OccupancyHourly.TABLE, Set.of(LocalDate.parse(day)), hours(rows));
    }

    private static Dataset<Row> sessions() {
        return TestSpark.session()
                .sql(
                        """
                        SELECT 'S1' session_id, 'V-007' vehicle_id, timestamp'2025-03-30 01:00:00.123456' start_time,
                            timestamp'2025-03-30 02:00:00' end_time, 3600L duration_s, double('NaN') energy_kwh, -0.0D soc_start,
                            double('Infinity') soc_end, 1e-300D power_mean_kw, CAST(NULL AS DOUBLE) power_max_kw, 'AC' power_type,
                            concat('Europe/', char(0), 'Berlin') zone, 1 charges, false complete, array('cut_start', 'a"b,c{}', '') flags
                        UNION ALL SELECT 'S2', 'V-008', timestamp'2025-03-31 01:00:00', timestamp'2025-03-31 02:00:00', 9223372036854775807,
                            0.1D, 1D, 2D, 3D, 4D, NULL, '', -2147483648, true, array()
                        """);
    }
}
