package io.chargelake.jobs.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chargelake.jobs.lake.ExitCode;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.jobs.tables.ChargeSession;
import io.chargelake.jobs.tables.ChargingPoint;
import io.chargelake.jobs.tables.ChargingStation;
import io.chargelake.jobs.tables.OccupancyHourly;
import io.chargelake.jobs.tables.Table;
import io.chargelake.jobs.tables.Trip;
import io.chargelake.jobs.tables.Vehicle;
import io.chargelake.privacy.request.Category;
import io.chargelake.privacy.request.Contributors;
import io.chargelake.privacy.request.Limits;
import io.chargelake.privacy.request.Withheld;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class SourcesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

    @SuppressWarnings("UnusedVariable") // by its name
    private static final List<Source> ALL = Sources.ALL;

    @ParameterizedTest
    @FieldSource("ALL")
    void idsAndTimesAreWithheldWhateverWasListed(Source source) {
        Stream.concat(Stream.of(source.table()), source.attributes().stream().map(Attributes::table))
                .flatMap(table -> Stream.concat(
                        table.keys().stream(),
                        table.columns().stream().filter(col -> col.type().equals(DataTypes.TimestampType))))
                .filter(col -> source.attributes().stream()
                        .noneMatch(joined -> joined.key().equals(col)))
                .forEach(col -> assertThat(source.allowlist().column(col.name()))
                        .as(col.name())
                        .get()
                        .isInstanceOf(Withheld.class));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void contributorsAreWithheldButCanBeTold(Source source) {
        Contributors contributors = source.allowlist().contributors();
        Stream.of(Optional.of(contributors.column()), contributors.site(), contributors.operator())
                .flatMap(Optional::stream)
                .forEach(name -> assertThat(source.allowlist().column(name))
                        .as(name)
                        .get()
                        .isInstanceOf(Withheld.class));
    }

    @Test
    void onlyTextsAreCategories() {
        List<Table> tables =
                List.of(Trip.TABLE, ChargeSession.TABLE, Vehicle.TABLE, ChargingStation.TABLE, ChargingPoint.TABLE);
        Sources.ALL.stream()
                .flatMap(source -> source.allowlist().all(Category.class).stream())
                .forEach(
                        category -> assertThat(tables.stream().flatMap(table -> table.column(category.name()).stream()))
                                .as(category.name())
                                .isNotEmpty()
                                .allSatisfy(col -> assertThat(col.type()).isEqualTo(DataTypes.StringType)));
    }

    @Test
    void aColumnThatNobodyDecidedOnStopsTheProgram() {
        Source trips = TripSource.SOURCE;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Source(OccupancyHourly.TABLE, Optional.empty(), List.of(), trips.allowlist()))
                .withMessageContaining("list every column, be it as withheld");
    }

    @Test
    void attributesAreJoinedByTheirKeyOnly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Attributes(ChargingPoint.TABLE, ChargingStation.ID_CS, ChargingPoint.ID_CS))
                .withMessageContaining("records would be doubled");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    trip             | vehicle_id                | id_column
                    trip             | client_id                 | id_column
                    trip             | start_time                | precise_time
                    trip             | text_raw                  | free_text
                    charge_session   | session_id                | id_column
                    cycle            | cycle_id                  | id_column
                    cycle            | battery_kwh               | not_listed
                    occupancy_hourly | device_id                 | id_column
                    occupancy_hourly | id_cs                     | id_column
                    occupancy_hourly | operator_name             | operator_column
                    occupancy_hourly | latitude                  | precise_place
                    occupancy_hourly | address                   | precise_place
                    occupancy_hourly | name                      | free_text
                    occupancy_hourly | citi                      | unknown_column
                    """)
    void whatMustNotLeaveIsRefusedWithTheExitCodeOfPrivacy(String table, String dimension, String rule) {
        String yaml = RequestText.with("table: charge_session", "table: " + table)
                .replace("- day", "- " + dimension)
                .replace("- vehicle_type in [van, truck]", "")
                .replace("sum(energy_kwh)", measure(table));
        var request = RequestFile.parse("r.yaml", yaml);
        var error = catchThrowableOfType(UserError.class, () -> Requests.admit(request, Limits.DEFAULT, TODAY));
        assertThat(error.code()).isEqualTo(ExitCode.PRIVACY);
        assertThat(error)
                .hasMessageStartingWith(
                        "Cannot extract energy-by-day: " + dimension + " is refused by rule " + rule + ": ");
    }

    private static String measure(String table) {
        return switch (table) {
            case "cycle" -> "sum(distance_km)";
            case "occupancy_hourly" -> "mean(occupied_s)";
            default -> "sum(energy_kwh)";
        };
    }
}
