package io.chargelake.jobs.generate.status;

/**
 * The devices of a run of points, in the order in which the API lists them: a point, then its connectors. Slot 0 is the
 * first point's.
 */
final class DeviceSlice {

    final Network network;
    final int fromPoint;
    final int toPoint;

    DeviceSlice(Network network, int fromPoint, int toPoint) {
        this.network = network;
        this.fromPoint = fromPoint;
        this.toPoint = toPoint;
    }

    int size() {
        return indexOfPoint(toPoint);
    }

    int indexOfPoint(int point) {
        return point - fromPoint + network.firstConnector(point) - network.firstConnector(fromPoint);
    }

    /** A number that the device has in every slicing of the same world. */
    long globalIndex(int device) {
        return (long) fromPoint + network.firstConnector(fromPoint) + device;
    }

    String[] ids() {
        String[] ids = new String[size()];
        for (int point = fromPoint; point < toPoint; point++) {
            int at = indexOfPoint(point);
            ids[at] = network.pointId(point);
            for (int n = 0; n < network.connectorsOf(point); n++) {
                ids[at + 1 + n] = Network.connectorId(ids[at], n);
            }
        }
        return ids;
    }

    boolean[] arePoints() {
        boolean[] points = new boolean[size()];
        for (int point = fromPoint; point < toPoint; point++) {
            points[indexOfPoint(point)] = true;
        }
        return points;
    }
}
