package io.chargelake.jobs.vehicles.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargelake.unit.Quantity;
import io.chargelake.unit.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingFileTest {

    @Test
    void whatIsSaidIsTakenAndTheRestIsLeftToTheValues() {
        Mapping mapping = MappingFile.parse(
                "theirs.yaml",
                """
                drive:
                  drive_id: Fahrt
                  distance_km: Strecke
                units:
                  distance: mi
                dates: dmy
                zone: Europe/Berlin
                offsets: ignored
                """);
        assertThat(mapping.theirs(Kind.DRIVE, "distance_km")).isEqualTo("Strecke");
        assertThat(mapping.theirs(Kind.DRIVE, "energy_kwh")).isEqualTo("energy_kwh");
        assertThat(mapping.units()).containsOnlyKeys(Quantity.DISTANCE).containsValue(Unit.MI);
        assertThat(mapping.dates()).contains(DateOrder.DMY);
        assertThat(mapping.decimal()).isEmpty();
        assertThat(mapping.clock())
                .contains(new Clock(ZoneId.of("Europe/Berlin"), Clock.Offsets.IGNORED, Clock.Origin.STATED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    drives: {drive_id: a}      | unknown key drives at line 1 (did you mean drive?
                    charge: {energy: a}        | unknown key charge.energy at line 1 (did you mean energy_kwh?
                    units: {energy: kwh}       | units.energy is wrong at line 1 ('kwh', allowed: kWh or Wh; did you mean kWh?)
                    units: {speed: km}         | unknown key units.speed at line 1
                    zone: Europe/Berln         | zone is wrong at line 1 ('Europe/Berln'
                    dates: ydm                 | dates is wrong at line 1 ('ydm', allowed: ymd, dmy, mdy
                    offsets: ignored           | offsets: ignored makes times local, but of no zone (add zone: ...)
                    charge: [a]                | a list is not allowed at line 1
                    """)
    void whatIsWrongIsNamedWithWhatIsAllowed(String yaml, String words) {
        assertThatThrownBy(() -> MappingFile.parse("theirs.yaml", yaml))
                .hasMessageStartingWith("Cannot read theirs.yaml: ")
                .hasMessageContaining(words);
    }

    @Test
    void theMappingsThatComeAlongCanBeRead() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "conf", "mappings"))) {
            List<Mapping> mappings = files.sorted().map(MappingFile::read).toList();
            assertThat(mappings).hasSizeGreaterThanOrEqualTo(3).allSatisfy(mapping -> assertThat(mapping.clock())
                    .isPresent());
        }
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> MappingFile.read(Path.of("no.yaml")))
                .hasMessage(
                        "Cannot read no.yaml: there is no such file (a local YAML file is expected, such as conf/mappings/sap.yaml; change --mapping)");
    }
}
