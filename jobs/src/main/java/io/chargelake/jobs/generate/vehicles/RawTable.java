package io.chargelake.jobs.generate.vehicles;

import static io.chargelake.jobs.generate.output.Column.decimal;
import static io.chargelake.jobs.generate.output.Column.instant;
import static io.chargelake.jobs.generate.output.Column.text;

import io.chargelake.jobs.generate.output.Column;
import java.util.List;

/** The raw tables and the columns of their files. */
enum RawTable {
    DRIVE(
            "drives",
            text("drive_id"),
            text("vehicle_id"),
            instant("start_time"),
            instant("end_time"),
            decimal("distance_km"),
            decimal("energy_kwh"),
            decimal("soc_start"),
            decimal("soc_end"),
            decimal("odometer_start_km"),
            decimal("odometer_end_km"),
            decimal("outside_temp_c")),
    CHARGE(
            "charges",
            text("charge_id"),
            text("vehicle_id"),
            instant("start_time"),
            instant("end_time"),
            decimal("energy_kwh"),
            decimal("soc_start"),
            decimal("soc_end"),
            decimal("power_mean_kw"),
            decimal("power_max_kw"),
            text("power_type"),
            text("zone"));

    private final String folder;
    private final List<Column> columns;

    RawTable(String folder, Column... columns) {
        this.folder = folder;
        this.columns = List.of(columns);
    }

    String folder() {
        return folder;
    }

    List<Column> columns() {
        return columns;
    }
}
