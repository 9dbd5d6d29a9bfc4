package io.chargelake.jobs.generate.vehicles;

import io.chargelake.generate.Seeds;
import io.chargelake.generate.vehicle.VehicleFactory;
import io.chargelake.generate.vehicle.VehicleModel;
import io.chargelake.generate.vehicle.VehicleProfile;
import io.chargelake.jobs.conf.VehicleModels;
import io.chargelake.jobs.generate.output.Column;
import io.chargelake.jobs.generate.output.CsvStyle;
import io.chargelake.jobs.generate.output.Generated;
import io.chargelake.jobs.generate.output.OutputRoot;
import io.chargelake.jobs.generate.output.RowSink;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** Writes the register, drives and charges of a fleet below {@code vehicles/}, the truth below {@code truth/vehicles/}. */
public final class VehiclesGenerator {

    private static final String REGISTER = "vehicles/vehicle.csv";
    private static final List<Column> REGISTER_COLUMNS = List.of(
            Column.text("vehicle_id"),
            Column.text("client_id"),
            Column.text("model"),
            Column.text("vehicle_type"),
            Column.decimal("battery_kwh"),
            Column.text("battery_type"));

    private VehiclesGenerator() {}

    public static Generated generate(SparkSession spark, VehiclesSpec spec, URI output) throws IOException {
        OutputRoot root = new OutputRoot(output, spark.sparkContext().hadoopConfiguration());
        List<VehicleModel> models = VehicleModels.read();
        root.claim("vehicles", Truth.FOLDER + "/spec.json", spec.described(), "vehicles", Truth.FOLDER);
        writeRegister(spec, models, root);
        List<Slice.Result> results = writeSlices(spark, spec, models, root);
        root.json(Truth.FOLDER + "/summary.json", summary(spec, results));
        Generated register = new Generated(1, spec.vehicles(), root.size(REGISTER));
        return results.stream()
                .flatMap(result -> result.files().stream())
                .map(file -> new Generated(1, file.rows(), file.bytes()))
                .reduce(register, Generated::plus);
    }

    static Seeds seeds(VehiclesSpec spec) {
        return Seeds.of(spec.seed()).stream("vehicles");
    }

    private static List<Slice.Result> writeSlices(
            SparkSession spark, VehiclesSpec spec, List<VehicleModel> models, OutputRoot root) {
        List<Integer> slices = IntStream.range(0, spec.slices()).boxed().toList();
        return JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(slices, slices.size())
                .map(index -> new Slice(index, spec, models, root).write())
                .collect();
    }

    private static void writeRegister(VehiclesSpec spec, List<VehicleModel> models, OutputRoot root)
            throws IOException {
        VehicleFactory factory = new VehicleFactory(seeds(spec), models);
        try (RowSink sink = root.csv(REGISTER, REGISTER_COLUMNS, CsvStyle.PLAIN)) {
            for (long index = 0; index < spec.vehicles(); index++) {
                VehicleProfile vehicle = factory.at(index);
                sink.text(vehicle.vehicleId())
                        .text(vehicle.clientId())
                        .text(vehicle.model().name())
                        .text(vehicle.usage().vehicleType())
                        .decimal(vehicle.capacityWh(), 3)
                        .text(vehicle.batteryType())
                        .endRow();
            }
        }
    }

    /** Damage counts are listed apart; whatever does not occur is left out. */
    private static Map<String, Object> summary(VehiclesSpec spec, List<Slice.Result> results) {
        Counts counts = new Counts();
        results.forEach(result -> counts.addAll(result.counts()));
        Map<String, Object> summary = spec.described();
        Map<String, Map<String, Long>> damage = new TreeMap<>();
        Map<String, Long> totals = new TreeMap<>();
        counts.asMap().forEach((name, sum) -> {
            String[] path = name.split("\\.", -1);
            if (path[0].equals("damage")) {
                damage.computeIfAbsent(path[1], table -> new TreeMap<>()).put(path[2], sum);
            } else {
                totals.put(name, sum);
            }
        });
        summary.put("totals", totals);
        summary.put("damaged_rows", damage);
        summary.put(
                "files",
                results.stream()
                        .flatMap(result -> result.files().stream())
                        .map(WrittenFile::described)
                        .toList());
        return summary;
    }
}
