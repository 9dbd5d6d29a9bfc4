package io.chargelake.jobs.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chargelake.jobs.lake.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
    @TempDir
    Path folder;

    @Test
    void modelsAreBuiltIn() {
        Catalogue.Entry spring = Catalogue.of(List.of()).byModel().get("Dacia Spring");
        assertThat(spring.batteryKwh()).contains(27.4);
        assertThat(spring.v2g()).contains(false);
        assertThat(spring.source()).isEqualTo("vehicles/base.csv");
        assertThat(Catalogue.of(List.of()).entries()).hasSize(14);
    }

    @Test
    void ofSeveralFilesTheFirstThatNamesAModelCounts() throws IOException {
        Path csv = Files.writeString(
                folder.resolve("mine.csv"), "model,battery_kwh,ac_kw,dc_kw,v2g\nDacia Spring,30,11,,\n");
        Catalogue.Entry spring = Catalogue.of(List.of(csv)).byModel().get("Dacia Spring");
        assertThat(spring.batteryKwh()).contains(30.0);
        assertThat(spring.dcKw()).isEmpty();
        assertThat(spring.v2g()).isEmpty();
        assertThat(spring.source()).isEqualTo(csv.toString());
    }

    @Test
    void specificationsOfAnotherSimulatorAreRead() throws IOException {
        Path json = Files.writeString(
                folder.resolve("specs.json"),
                "{\"A\": {\"battery_capacity\": 57.5, \"max_ac_charge_power\": 11, \"max_ac_discharge_power\": 0, \"max_dc_discharge_power\": 10},"
                        + " \"B\": {\"battery_capacity\": \"unknown\"}}");
        var models = Catalogue.of(List.of(json)).byModel();
        assertThat(models.get("A"))
                .isEqualTo(new Catalogue.Entry(
                        "A",
                        Optional.of(57.5),
                        Optional.of(11.0),
                        Optional.empty(),
                        Optional.of(true),
                        json.toString()));
        assertThat(models.get("B").batteryKwh()).isEmpty();
        assertThat(models.get("B").v2g()).isEmpty();
    }

    @Test
    void whatIsNoCatalogueIsRefused() throws IOException {
        Path json = Files.writeString(folder.resolve("specs.json"), "{\"A\": ");
        Path list = Files.writeString(folder.resolve("list.json"), "[1]");
        Path csv = Files.writeString(folder.resolve("mine.csv"), "name,kwh\nA,1\n");
        Path number = Files.writeString(folder.resolve("n.csv"), "model,battery_kwh,ac_kw,dc_kw,v2g\nA,big,1,1,0\n");
        assertRefused(json, "no valid JSON (line 1)");
        assertRefused(list, "models by name are expected");
        assertRefused(csv, "begins with the line model,battery_kwh");
        assertRefused(number, "a value is no number (A,big,1,1,0)");
        assertRefused(folder.resolve("gone.csv"), "there is no such file");
    }

    private static void assertRefused(Path file, String words) {
        assertThatThrownBy(() -> Catalogue.of(List.of(file)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(words);
    }

    /** Kept outside of the project. */
    @Test
    void realSpecificationsGiveMoreThanFiftyEntries() throws IOException {
        Path real = Path.of("../../shared/data/ev2gym");
        assumeTrue(Files.isDirectory(real));
        try (Stream<Path> files = Files.list(real)) {
            Catalogue catalogue =
                    Catalogue.of(files.filter(file -> file.toString().endsWith(".json"))
                            .sorted()
                            .toList());
            assertThat(catalogue.entries()).hasSizeGreaterThan(50).allSatisfy(entry -> assertThat(entry.source())
                    .isNotEmpty());
            assertThat(catalogue.byModel().get("Tesla Model 3").batteryKwh()).contains(57.5);
        }
    }
}
