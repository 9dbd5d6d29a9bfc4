package io.chargelake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.tables.Charge;
import io.chargelake.jobs.tables.Drive;
import io.chargelake.jobs.tables.Vehicle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A generated fleet, damaged and undamaged: what was done to it is found, to the row. */
class DamagedVehiclesTest {
    @TempDir
    Path folder;

    @Test
    void eachDamageIsFoundByItsCode() throws IOException {
        JsonNode damage = generate("damaged", "0.15").get("damaged_rows");
        var ingest = new IngestVehiclesRun(folder.resolve("damaged"), TableFormat.DELTA);
        IngestVehiclesRun.Result result = ingest.run(folder.resolve("damaged/raw/vehicles"));
        Map<String, Long> found = Ingest.findings(result.record());
        assertThat(found).containsEntry("end_before_start", both(damage, "end_before_start"));
        assertThat(found).containsEntry("negative_distance", both(damage, "negative_distance"));
        assertThat(found).containsEntry("energy_not_positive", both(damage, "zero_energy"));
        assertThat(found).containsEntry("missing_energy", both(damage, "missing_energy"));
        assertThat(found).containsEntry("vehicle_spelling", both(damage, "vehicle_spelling"));
        assertThat(found).containsEntry("overlap", both(damage, "overlap"));
        assertThat(found.get("soc_jump")).isGreaterThanOrEqualTo(both(damage, "soc_jump"));
        assertThat(found.get("drive_during_charge")).isGreaterThanOrEqualTo(both(damage, "charge_in_drive"));
        JsonNode record = result.record();
        assertThat(record.get("deduplicated").asLong()).isEqualTo(both(damage, "duplicate"));
        assertThat(record.get("quarantined").asLong())
                .isEqualTo(both(damage, "end_before_start")
                        + both(damage, "negative_distance")
                        + both(damage, "zero_energy"));
        assertThat(ingest.lake().read(Vehicle.TABLE).count()).isEqualTo(24);
    }

    /** Distances, energies and times sum up to the truth; nothing is found in a world where nothing is wrong. */
    @Test
    void anUndamagedFleetIsTakenAsItIs() throws IOException {
        JsonNode totals = generate("clean", "0").get("totals");
        var ingest = new IngestVehiclesRun(folder.resolve("clean"), TableFormat.DELTA);
        IngestVehiclesRun.Result result = ingest.run(folder.resolve("clean/raw/vehicles"));
        assertThat(Ingest.findings(result.record())).doesNotContainKeys("foreign_unit", "zone_assumed");
        assertThat(result.record().get("quarantined").asLong()).isZero();
        assertThat(result.record().get("deduplicated").asLong()).isZero();
        assertThat(ingest.lake()
                        .read(Drive.TABLE)
                        .selectExpr("round(1000 * sum(distance_km))")
                        .head()
                        .getDouble(0))
                .isEqualTo(totals.get("distance_m").asDouble());
        assertThat(ingest.lake()
                        .read(Drive.TABLE)
                        .selectExpr("round(1000 * sum(energy_kwh))")
                        .head()
                        .getDouble(0))
                .isEqualTo(totals.get("driven_wh").asDouble());
        assertThat(ingest.lake()
                        .read(Charge.TABLE)
                        .selectExpr("round(1000 * sum(energy_kwh))")
                        .head()
                        .getDouble(0))
                .isEqualTo(totals.get("charged_wh").asDouble());
    }

    private JsonNode generate(String name, String damage) throws IOException {
        Path raw = Files.createDirectories(folder.resolve(name)).resolve("raw");
        Command command = Command.run(
                "generate",
                "vehicles",
                "--seed",
                "3",
                "--vehicles",
                "24",
                "--from",
                "2025-01-20",
                "--to",
                "2025-02-10",
                "--damage",
                damage,
                "--output",
                raw.toString(),
                "--lake",
                folder.resolve("lake of generate").toString());
        assertThat(command.exitCode()).as(command.err()).isZero();
        return new ObjectMapper()
                .readTree(raw.resolve("truth/vehicles/summary.json").toFile());
    }

    private static long both(JsonNode damage, String kind) {
        return damage.path("drive").path(kind).asLong()
                + damage.path("charge").path(kind).asLong();
    }
}
