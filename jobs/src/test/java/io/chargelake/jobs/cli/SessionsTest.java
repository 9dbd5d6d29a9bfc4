package io.chargelake.jobs.cli;

import static io.chargelake.jobs.testing.DatasetAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargelake.jobs.lake.Lake;
import io.chargelake.jobs.lake.Lakes;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.tables.Charge;
import io.chargelake.jobs.tables.ChargeSession;
import io.chargelake.jobs.tables.Cycle;
import io.chargelake.jobs.tables.Drive;
import io.chargelake.jobs.tables.Table;
import io.chargelake.jobs.tables.Tables;
import io.chargelake.jobs.tables.Trip;
import io.chargelake.jobs.testing.InlineTable;
import io.chargelake.jobs.testing.TestSpark;
import io.chargelake.jobs.vehicles.testing.Fleet;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The job by its command line, on both formats: all at once, and day by day in any order. */
class SessionsTest {
    @TempDir
    Path folder;

    private String lake = "lake";

    @ParameterizedTest
    @EnumSource
    void chargesBecomeSessionsBetweenTripsAndAnOverlapGoesToTheQuarantine(TableFormat format) {
        write(
                format,
                """
                drive_id | vehicle_id | start_time          | end_time            | distance_km | energy_kwh | soc_start | soc_end
                d1       | ev-1       | 2025-01-01 08:00:00 | 2025-01-01 08:30:00 | 30          | 6          | 70        | 60
                d2       | ev-1       | 2025-01-01 08:40:00 | 2025-01-01 09:00:00 | 20          | 4          | 60        | 54
                d3       | ev-1       | 2025-01-02 08:00:00 | 2025-01-02 08:30:00 | 30          |            | 79        | 70
                """,
                """
                charge_id | vehicle_id | start_time          | end_time            | energy_kwh | soc_start | soc_end | power_max_kw | power_type | zone          | derived_end
                c1        | ev-1       | 2025-01-01 23:00:00 | 2025-01-01 23:50:00 | 10         | 53        | 68      | 22           | AC         | Europe/Berlin | false
                c2        | ev-1       | 2025-01-01 23:55:00 | 2025-01-02 00:25:00 | 8          | 68        | 80      | 22           | AC         | Europe/Berlin | false
                c3        | ev-1       | 2025-01-02 00:10:00 | 2025-01-02 00:25:00 | 4          | 74        | 80      | 22           | AC         | Europe/Berlin | false
                """);
        Command command = sessions(format, "--json");
        assertThat(command.exitCode()).as(command.err()).isZero();
        assertThat(command.out())
                .contains("\"read\":6", "\"accepted\":5", "\"quarantined\":1")
                .contains("{\"code\":\"overlap\",\"severity\":\"quarantine\",\"count\":1}");
        assertThat(lake().read(Trip.TABLE))
                .hasRows(
                        """
                        trip_id | vehicle_id | start_time           | duration_s | distance_km | energy_kwh | soc_start | soc_end | drives | flags   | day
                        d1      | ev-1       | 2025-01-01T08:00:00Z | 3600       | 50.0        | 10.0       | 70.0      | 54.0    | 2      |         | 2025-01-01
                        d3      | ev-1       | 2025-01-02T08:00:00Z | 1800       | 30.0        |            | 79.0      | 70.0    | 1      |         | 2025-01-02
                        """);
        assertThat(lake().read(ChargeSession.TABLE))
                .hasRows(
                        """
                        session_id | start_time           | end_time             | energy_kwh | power_mean_kw | power_max_kw | charges | complete | flags
                        c1         | 2025-01-01T23:00:00Z | 2025-01-02T00:25:00Z | 18.0       | 13.5          | 22.0         | 2       | false    | overlap
                        """);
        assertThat(lake().read(Cycle.TABLE))
                .hasRows(
                        """
                        cycle_id | end_time             | closed | energy_in_kwh | energy_out_kwh | distance_km | trips | soc_lost_parked | parked_s
                        c1       | 2025-01-02T08:30:00Z | false  | 18.0          |                | 30.0        | 1     | 1.0             | 27300
                        """);
        assertThat(lake().read(Tables.QUARANTINE_VEHICLES)
                        .selectExpr("source_file", "reasons", "get_json_object(raw, '$.charge_id') AS id"))
                .hasRows(
                        """
                        source_file | reasons | id
                        charge      | overlap | c3
                        """);
    }

    @ParameterizedTest
    @EnumSource
    void oneDayAfterTheOtherInAnyOrderGivesWhatAllAtOnceGives(TableFormat format) {
        Fleet fleet = Fleet.generate(folder.resolve("raw"), 11, 12, 3, 0.1);
        Dataset<Row> drives = fleet.drives().persist();
        Dataset<Row> charges = fleet.charges().persist();
        write(format, drives, charges);
        sessions(format);
        List<List<String>> atOnce = rows();
        lake = "later";
        LocalDate first = fleet.from();
        for (int day : new int[] {1, 0, 2}) {
            LocalDate date = first.plusDays(day);
            add(format, Drive.TABLE, drives, date);
            add(format, Charge.TABLE, charges, date);
            Command command = sessions(
                    format, "--from", date.toString(), "--to", date.plusDays(1).toString());
            assertThat(command.exitCode()).as(command.err()).isZero();
        }
        assertThat(rows()).isEqualTo(atOnce);
        assertThat(atOnce.get(0)).hasSizeGreaterThan(40);
        assertThat(sessions(
                                format,
                                "--from",
                                first.plusDays(2).toString(),
                                "--to",
                                first.plusDays(4).toString())
                        .exitCode())
                .isZero();
        assertThat(rows()).as("repeated").isEqualTo(atOnce);
    }

    @Test
    void daysThatWereAllThereBeforeMayBeMadeInAnyOrderToo() {
        Fleet fleet = Fleet.generate(folder.resolve("raw"), 12, 12, 3, 0.1);
        write(TableFormat.DELTA, fleet.drives(), fleet.charges());
        for (int day : new int[] {2, 1, 0}) {
            LocalDate date = fleet.from().plusDays(day);
            sessions(
                    TableFormat.DELTA,
                    "--from",
                    date.toString(),
                    "--to",
                    date.plusDays(1).toString());
        }
        List<List<String>> byDays = rows();
        assertThat(byDays.get(0)).hasSizeGreaterThan(40);
        sessions(TableFormat.DELTA);
        assertThat(rows()).isEqualTo(byDays);
    }

    @Test
    void daysOfOtherDefinitionsAreRefusedBesideThese() {
        Fleet fleet = Fleet.generate(folder.resolve("raw"), 13, 3, 3, 0);
        write(TableFormat.DELTA, fleet.drives(), fleet.charges());
        sessions(TableFormat.DELTA, "--trip-stop", "20");
        Command other = sessions(TableFormat.DELTA, "--from", "2025-03-21", "--to", "2025-03-22");
        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(other.err()).contains("Cannot make sessions of these days by other definitions");
        assertThat(sessions(TableFormat.DELTA, "--merge-soc", "-1").err())
                .contains("Cannot make sessions: a limit is below 0", "--merge-soc -1.0");
    }

    @Test
    void aLakeWithoutRecordsGetsNoSessions() {
        assertThat(sessions(TableFormat.DELTA).exitCode()).isZero();
    }

    private void write(TableFormat format, String drives, String charges) {
        write(format, InlineTable.of(Drive.TABLE, drives), InlineTable.of(Charge.TABLE, charges));
    }

    private void write(TableFormat format, Dataset<Row> drives, Dataset<Row> charges) {
        lake(format).replace(Drive.TABLE, drives);
        lake(format).replace(Charge.TABLE, charges);
    }

    private void add(TableFormat format, Table table, Dataset<Row> rows, LocalDate day) {
        lake(format).replaceDays(table, Set.of(day), rows.where(Table.DAY.col().equalTo(day)));
    }

    private Command sessions(TableFormat format, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("sessions", "--lake", folder.resolve(lake).toString(), "--table-format", format.toString()));
        arguments.addAll(List.of(more));
        return Command.run(arguments.toArray(String[]::new));
    }

    private List<List<String>> rows() {
        return List.of(Trip.TABLE, ChargeSession.TABLE, Cycle.TABLE).stream()
                .map(table -> lake().read(table).collectAsList().stream()
                        .map(Row::toString)
                        .sorted()
                        .toList())
                .toList();
    }

    private Lake lake(TableFormat format) {
        return Lakes.open(TestSpark.session(), root(), Optional.of(format), Lakes.Access.WRITE, Optional.empty());
    }

    private Lake lake() {
        return Lakes.open(TestSpark.session(), root(), Optional.empty(), Lakes.Access.READ, Optional.empty());
    }

    private java.net.URI root() {
        return Storage.uri(folder.resolve(lake).toString());
    }
}
