package io.chargelake.jobs.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargelake.privacy.request.Limits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By which coordinates deliveries are held against each other. */
class ScopeTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-03-05 | 2025-03-06 | zone        | day=2025-03-05",
                "2025-03-01 | 2025-04-01 | zone        | month=2025-03",
                "2024-01-01 | 2025-01-01 | zone        | year=2024",
                "2025-03-01 | 2025-03-08 | zone        | period=2025-03-01--2025-03-08",
                "2025-03-01 | 2025-04-01 | 'zone, day' | ''",
                "2025-03-05 | 2025-03-06 | month       | ''",
            })
    void aPeriodIsNamedAsARequestByItWould(String from, String to, String dimensions, String expected)
            throws Exception {
        assertThat(scope(from, to, dimensions, "").of(Map.of()).key()).isEqualTo(expected);
    }

    @Test
    void aFilterByOneValueIsACoordinateUnlessItIsADimension() throws Exception {
        String filter = "filters: [power_type = AC]\n";
        assertThat(scope("2025-03-05", "2025-03-06", "zone", filter)
                        .of(Map.of("zone", "A"))
                        .values())
                .containsOnly(Map.entry("day", "2025-03-05"), Map.entry("power_type", "AC"), Map.entry("zone", "A"));
        assertThat(scope("2025-03-05", "2025-03-06", "power_type", filter)
                        .of(Map.of())
                        .dimensions())
                .containsExactly("day");
    }

    private Scope scope(String from, String to, String dimensions, String more) throws Exception {
        Path file = Files.writeString(
                folder.resolve("request.yaml"),
                """
                id: energy
                title: Energy
                purpose: Load forecast
                recipient: Grid Operator
                population: town
                table: charge_session
                period: {from: %s, to: %s}
                dimensions: [%s]
                measures: [sum(energy_kwh)]
                expires: 2030-12-31
                """
                                .formatted(from, to, dimensions)
                        + more);
        return new Scope(Requests.read(file, Limits.DEFAULT, LocalDate.of(2026, 1, 1)));
    }
}
