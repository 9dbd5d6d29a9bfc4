package io.chargelake.jobs.generate.fleet;

import io.chargelake.generate.vehicle.VehicleModel;
import io.chargelake.jobs.conf.VehicleModels;
import io.chargelake.jobs.generate.output.FileFormat;
import io.chargelake.jobs.generate.output.Generated;
import io.chargelake.jobs.generate.output.OutputRoot;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * Writes {@code fleet/stays}, {@code sites} and {@code site_slots}: as CSV one file each, to be looked at; as Parquet
 * a folder each, one file per 200 sites (10,000 vehicles), written side by side.
 */
public final class FleetGenerator {

    private static final long SITES_PER_SLICE = 200;
    private static final String FOLDER = "fleet";

    private FleetGenerator() {}

    public static Generated generate(SparkSession spark, FleetSpec spec, URI output) throws IOException {
        OutputRoot root = new OutputRoot(output, spark.sparkContext().hadoopConfiguration());
        List<VehicleModel> models = VehicleModels.read();
        root.claim("a fleet", "truth/fleet/spec.json", spec.described(), FOLDER, "truth/fleet");
        FleetWriter writer = new FleetWriter(spec, models, root);
        if (spec.format() == FileFormat.CSV) {
            return writer.stays(FOLDER + "/stays.csv", 0, writer.sites())
                    .plus(writer.sites(FOLDER + "/sites.csv", 0, writer.sites()))
                    .plus(writer.slots(FOLDER + "/site_slots.csv", 0, writer.sites()));
        }
        List<Long> slices = LongStream.range(0, (writer.sites() + SITES_PER_SLICE - 1) / SITES_PER_SLICE)
                .boxed()
                .toList();
        return JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(slices, slices.size())
                .map(slice -> slice(slice, new FleetWriter(spec, models, root)))
                .collect()
                .stream()
                .reduce(Generated.NOTHING, Generated::plus);
    }

    private static Generated slice(long slice, FleetWriter writer) throws IOException {
        long first = slice * SITES_PER_SLICE;
        long end = Math.min(writer.sites(), first + SITES_PER_SLICE);
        String part = String.format(Locale.ROOT, "part-%05d.parquet", slice);
        return writer.stays(FOLDER + "/stays/" + part, first, end)
                .plus(writer.sites(FOLDER + "/sites/" + part, first, end))
                .plus(writer.slots(FOLDER + "/site_slots/" + part, first, end));
    }
}
