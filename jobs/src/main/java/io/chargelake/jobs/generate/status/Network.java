package io.chargelake.jobs.generate.status;

import io.chargelake.generate.Draws;
import io.chargelake.generate.Seeds;

/**
 * Which devices there are, by index alone: stations hold one to four points, points share the connectors evenly. Nothing
 * is stored, so a task asks about its own devices among millions.
 */
final class Network {

    /** Stations of 2, 1, 2, 4, 1 and 2 points, over and over. */
    private static final int[] STATION_OF_TWELVE = {0, 0, 1, 2, 2, 3, 3, 3, 3, 4, 5, 5};

    private static final int STATIONS_OF_TWELVE = 6;
    private static final double SENSOR_SHARE = 0.037;
    private static final double POPULARITY_SIGMA = 0.45;
    private static final int SMALLEST_NUMBER = 10_000;

    /** Prime, and no factor of a range 9 * 10^k: multiplying by it visits every number of the range once. */
    private static final long STRIDE = 48_271;

    private final StatusWorld world;
    final Seeds seeds;

    Network(StatusWorld world) {
        this.world = world;
        this.seeds = Seeds.of(world.seed()).stream("status");
    }

    int stations() {
        return station(world.points() - 1) + 1;
    }

    static int idCs(int station) {
        return station + 1;
    }

    static int station(int point) {
        return point / STATION_OF_TWELVE.length * STATIONS_OF_TWELVE
                + STATION_OF_TWELVE[point % STATION_OF_TWELVE.length];
    }

    int firstConnector(int point) {
        return (int) ((long) point * world.connectors() / world.points());
    }

    int connectorsOf(int point) {
        return firstConnector(point + 1) - firstConnector(point);
    }

    City city(int station) {
        return City.pick(station("city", station));
    }

    Place place(int station) {
        return Place.pick(station("place", station));
    }

    double popularity(int connector) {
        return seeds.stream("popularity").logNormal(connector, 1, POPULARITY_SIGMA);
    }

    boolean hasSensor(int point) {
        return seeds.stream("sensor").chance(point, SENSOR_SHARE);
    }

    String pointId(int point) {
        long range = 9L * SMALLEST_NUMBER;
        while (range < world.points()) {
            range *= 10;
        }
        long shift = seeds.stream("id").below(0, Integer.MAX_VALUE);
        long number = range / 9 + (point * STRIDE + shift) % range;
        return "DE*" + city(station(point)).operatorCode() + "*E" + number;
    }

    /** The n-th connector of a point, n from 0. */
    static String connectorId(String pointId, int n) {
        return pointId + "*" + (n + 1);
    }

    private Draws station(String what, int station) {
        return seeds.stream(what).at(station).sequence();
    }
}
