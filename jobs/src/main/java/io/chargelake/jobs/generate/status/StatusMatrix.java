package io.chargelake.jobs.generate.status;

import java.util.Arrays;

/**
 * What every device of a slice would truly answer at every poll of a day, one byte each: status in the low four bits,
 * parking sensor above. Painted in the order of what hides what: visits, a connector's outage, then (once the point is
 * known from its connectors) no connection, and the outage of the whole point.
 */
final class StatusMatrix {

    static final int STATUS_MASK = 0x0F;
    static final int SENSOR_SHIFT = 4;
    static final int SENSOR_FREE = 1;
    static final int SENSOR_TAKEN = 2;

    private final DeviceSlice slice;
    private final PollTimes times;
    private final Demand today;
    private final Demand yesterday;
    private final Faults faults;
    private final long epochDay;
    private final byte[] cells;

    private final Spells pointOutages = new Spells();
    private final Spells outages = new Spells();
    private final Spells visits = new Spells();
    private final Spells unreachable = new Spells();

    StatusMatrix(DeviceSlice slice, PollTimes times, long epochDay) {
        this.slice = slice;
        this.times = times;
        this.epochDay = epochDay;
        this.today = new Demand(slice.network.seeds, epochDay);
        this.yesterday = new Demand(slice.network.seeds, epochDay - 1);
        this.faults = new Faults(slice.network.seeds);
        this.cells = new byte[slice.size() * times.slots()];
        for (int point = slice.fromPoint; point < slice.toPoint; point++) {
            paintPoint(point);
        }
    }

    int cell(int device, int slot) {
        return cells[device * times.slots() + slot];
    }

    private void paintPoint(int point) {
        Network network = slice.network;
        long windowFromS = today.dayStartS - StatusWorld.DAY_S;
        long windowToS = today.dayStartS + 2L * StatusWorld.DAY_S;
        pointOutages.clear();
        faults.outagesOfPoint(point, windowFromS, windowToS, pointOutages);
        int at = slice.indexOfPoint(point);
        int connectors = network.connectorsOf(point);
        for (int n = 0; n < connectors; n++) {
            int connector = network.firstConnector(point) + n;
            outages.clear();
            if (connectors > 1) {
                faults.outagesOfConnector(connector, windowFromS, windowToS, outages);
            }
            paintConnector(at + 1 + n, connector, Network.station(point));
        }
        combine(at, connectors);
        byte[] sensor = network.hasSensor(point) ? sensor(at) : null;
        unreachable.clear();
        faults.unreachable(point, epochDay, unreachable);
        for (int device = at; device <= at + connectors; device++) {
            paint(device, unreachable);
            paint(device, pointOutages);
        }
        if (sensor != null) {
            for (int slot = 0; slot < sensor.length; slot++) {
                cells[at * sensor.length + slot] |= sensor[slot];
            }
        }
    }

    private void paintConnector(int device, int connector, int station) {
        int own = outages.size();
        outages.addAll(pointOutages);
        ConnectorLife life = new ConnectorLife(slice.network, connector, station, outages);
        visits.clear();
        life.carriedInto(today, yesterday, visits);
        life.startedOn(today, yesterday, visits);
        paint(device, visits);
        outages.truncate(own);
        paint(device, outages);
    }

    private void paint(int device, Spells spells) {
        int row = device * times.slots();
        for (int i = 0; i < spells.size(); i++) {
            int from = times.firstSlotFrom(spells.startS(i));
            int to = times.firstSlotFrom(spells.endS(i));
            if (from < to) {
                Arrays.fill(cells, row + from, row + to, spells.status(i));
            }
        }
    }

    private void combine(int point, int connectors) {
        int slots = times.slots();
        System.arraycopy(cells, (point + 1) * slots, cells, point * slots, slots);
        for (int device = point + 2; device <= point + connectors; device++) {
            for (int slot = 0; slot < slots; slot++) {
                int cell = point * slots + slot;
                cells[cell] = DeviceStatus.ofPoint(cells[cell], cells[device * slots + slot]);
            }
        }
    }

    /** The sensor sees the car, whatever the point can still say about it. */
    private byte[] sensor(int point) {
        byte[] sensor = new byte[times.slots()];
        for (int slot = 0; slot < sensor.length; slot++) {
            DeviceStatus status = DeviceStatus.of(cell(point, slot));
            boolean taken = status == DeviceStatus.CHARGING || status == DeviceStatus.BLOCKED;
            sensor[slot] = (byte) ((taken ? SENSOR_TAKEN : SENSOR_FREE) << SENSOR_SHIFT);
        }
        return sensor;
    }
}
