package io.chargelake.jobs.generate.output;

import io.chargelake.generate.vehicle.VehicleModel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The models that generated vehicles are of, from the catalogue file in the jar. */
public final class VehicleModels {

    private static final String RESOURCE = "/conf/vehicles/base.csv";

    private VehicleModels() {}

    public static List<VehicleModel> read() throws IOException {
        try (InputStream in = VehicleModels.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException("Cannot read vehicle models: the jar lacks " + RESOURCE);
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return VehicleModel.parse(reader.lines().toList());
        }
    }
}
