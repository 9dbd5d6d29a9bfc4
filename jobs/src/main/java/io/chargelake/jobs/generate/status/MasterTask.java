package io.chargelake.jobs.generate.status;

import io.chargelake.generate.Draws;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The master data of the whole network as three CSV files, with the columns of the tables they become. */
record MasterTask() implements WorldTask {

    private static final String[] STREETS = {
        "Hauptstraße", "Bahnhofstraße", "Schillerstraße", "Goethestraße", "Gartenstraße", "Lindenallee",
        "Am Markt", "Kirchplatz", "Industriestraße", "Rathausplatz", "Mühlenweg", "Ringstraße"
    };
    private static final String[] POSITIONS = {"", "", "", "", "", "", "links", "rechts", "Lichtmast", "Parkplatz"};
    private static final String[] FLOORS = {"Tiefgarage", "Parkdeck 1", "EG", "Straße / Parkbucht"};
    private static final String[] OWNERS = {"", "", "", "Stadt %s", "Parkhaus GmbH, %s", "Markt \"Am Ring\" %s"};
    private static final double SPREAD_DEGREES = 0.02;
    private static final double MOST_SPREAD = 2.5;

    @Override
    public Tally write(StatusWorld world, Output output) throws IOException {
        Network network = new Network(world);
        Tally tally = new Tally();
        tally.add(Count.MASTER_FILES, 3);
        tally.add(Count.MASTER_BYTES, write(output, "charging_station", out -> stations(network, out)));
        tally.add(Count.MASTER_BYTES, write(output, "charging_point", out -> points(world, network, out)));
        tally.add(Count.MASTER_BYTES, write(output, "connector", out -> connectors(world, network, out)));
        return tally;
    }

    @FunctionalInterface
    private interface Lines {
        void writeTo(Writer out) throws IOException;
    }

    private static long write(Output output, String table, Lines lines) throws IOException {
        return output.write(OldWorld.MASTER + "/" + table + ".csv", (files, path) -> {
            try (Writer out =
                    new BufferedWriter(new OutputStreamWriter(files.create(path, true), StandardCharsets.UTF_8))) {
                lines.writeTo(out);
            }
        });
    }

    private static void stations(Network network, Writer out) throws IOException {
        Csv.header(
                out,
                "id_cs,name,address,city,postal_code,country,owner,roaming,longitude,latitude,"
                        + "operator_name,operator_hotline,open_24_7");
        for (int station = 0; station < network.stations(); station++) {
            City city = network.city(station);
            Draws draws = network.seeds.stream("master").at(station).sequence();
            String street = STREETS[draws.below(STREETS.length)] + " " + (1 + draws.below(180));
            Csv.line(
                    out,
                    Network.idCs(station),
                    "Ladestation " + street,
                    street,
                    city.label,
                    city.postalCode,
                    "DE",
                    OWNERS[draws.below(OWNERS.length)].formatted(city.label),
                    draws.chance(0.3),
                    degrees(city.longitude, draws),
                    degrees(city.latitude, draws),
                    network.place(station) == Place.MOTORWAY ? "Schnellladenetz Süd" : "Ladenetz " + city.label,
                    // numbers that the regulator keeps free for fiction
                    "+493023125" + (100 + city.ordinal()),
                    draws.chance(0.968));
        }
    }

    private static void points(StatusWorld world, Network network, Writer out) throws IOException {
        Csv.header(out, "id_cp,id_cs,charging_station_position,cp_position,vehicle_type,floor_level");
        for (int point = 0; point < world.points(); point++) {
            Draws draws = network.seeds.stream("master point").at(point).sequence();
            Csv.line(
                    out,
                    network.pointId(point),
                    Network.idCs(Network.station(point)),
                    draws.chance(0.02) ? "Wallbox 1" : "",
                    POSITIONS[draws.below(POSITIONS.length)],
                    "four_wheeled",
                    draws.chance(0.03) ? FLOORS[draws.below(FLOORS.length)] : "");
        }
    }

    private static void connectors(StatusWorld world, Network network, Writer out) throws IOException {
        Csv.header(out, "id_connector,id_cp,format,power_type,ampere,voltage,max_power,standard");
        for (int point = 0; point < world.points(); point++) {
            String id = network.pointId(point);
            Place place = network.place(Network.station(point));
            Draws draws = network.seeds.stream("hardware").at(point).sequence();
            for (int n = 0; n < network.connectorsOf(point); n++) {
                Hardware is = Hardware.pick(place, n, draws);
                Csv.line(
                        out,
                        Network.connectorId(id, n),
                        id,
                        is.format,
                        is.powerType,
                        is.ampere,
                        is.voltage,
                        is.maxPowerKw,
                        is.standard);
            }
        }
    }

    private static String degrees(double centre, Draws draws) {
        double away = Math.max(-MOST_SPREAD, Math.min(MOST_SPREAD, draws.normal()));
        return String.format(Locale.ROOT, "%.6f", centre + SPREAD_DEGREES * away);
    }
}
