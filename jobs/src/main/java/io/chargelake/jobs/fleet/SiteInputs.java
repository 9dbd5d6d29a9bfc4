package io.chargelake.jobs.fleet;

import io.chargelake.energy.Admission;
import io.chargelake.energy.Charger;
import io.chargelake.energy.ChargerClass;
import io.chargelake.energy.Horizon;
import io.chargelake.energy.Phase;
import io.chargelake.energy.Refusal;
import io.chargelake.energy.Site;
import io.chargelake.energy.Stay;
import io.chargelake.energy.Vehicle;
import io.chargelake.energy.VoltageLevel;
import io.chargelake.energy.grid.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** One site after the other of rows as {@link FleetRows} sorts them. Memory: one site. */
final class SiteInputs implements Iterator<SiteInput> {
    private static final double PERCENT = 100;
    private static final double STRONGEST_SINGLE_PHASE_KW = 7.4;
    private static final double STRONGEST_AC_KW = 43;
    private static final double STRONGEST_FAST_KW = 150;
    private static final int HOUR_S = 3_600;

    /** Whether a site must be told of by a file. */
    enum Sites {
        TOLD,
        UNLIMITED
    }

    private final Iterator<InternalRow> rows;
    private final Horizon horizon;
    private final Sites sites;
    private final double resistanceOverReactance;
    private InternalRow ahead;

    SiteInputs(Iterator<InternalRow> rows, Horizon horizon, Sites sites, double resistanceOverReactance) {
        this.rows = rows;
        this.horizon = horizon;
        this.sites = sites;
        this.resistanceOverReactance = resistanceOverReactance;
        this.ahead = rows.hasNext() ? rows.next() : null;
    }

    @Override
    public boolean hasNext() {
        return ahead != null;
    }

    @Override
    public SiteInput next() {
        if (ahead == null) {
            throw new NoSuchElementException();
        }
        UTF8String id = ahead.getUTF8String(FleetRows.SITE_ID).clone(); // a row is overwritten by the next
        Building building = new Building(id.toString());
        while (ahead != null && ahead.getUTF8String(FleetRows.SITE_ID).equals(id)) {
            building.add(ahead);
            ahead = rows.hasNext() ? rows.next() : null;
        }
        return building.done();
    }

    /** A site whose rows come one by one. */
    private final class Building {
        private final String id;
        private final double[] baseKw = new double[horizon.slots()];
        private final double[] solarKw = new double[horizon.slots()];
        private final int[] told = new int[horizon.slots()];
        private final Admission admission = new Admission(horizon);
        private long lastSlotS = Long.MIN_VALUE;
        private int siteRows;
        private double limitKw = Double.POSITIVE_INFINITY;
        private double transformerKva;
        private double shortCircuitMva;
        private VoltageLevel level = VoltageLevel.LV;

        Building(String id) {
            this.id = id;
        }

        void add(InternalRow row) {
            switch (row.getInt(FleetRows.KIND)) {
                case FleetRows.SITE -> addSite(row);
                case FleetRows.SLOT -> addSlot(row);
                default -> addStay(row);
            }
        }

        private void addSite(InternalRow row) {
            if (siteRows++ == 0) {
                limitKw = number(row, 0);
                transformerKva = number(row, 1);
                shortCircuitMva = number(row, 2);
                level = row.isNullAt(FleetRows.WORD)
                        ? VoltageLevel.LV
                        : VoltageLevel.valueOf(row.getUTF8String(FleetRows.WORD).toString());
            }
        }

        /** Rows finer than slots are averaged; of rows of one time the first counts. */
        private void addSlot(InternalRow row) {
            long at = row.getLong(FleetRows.AT);
            if (at == lastSlotS || at < horizon.startS() || at >= horizon.endS()) {
                return;
            }
            lastSlotS = at;
            int slot = horizon.slotOf(at);
            told[slot]++;
            baseKw[slot] += (number(row, 0) - baseKw[slot]) / told[slot];
            solarKw[slot] += (number(row, 1) - solarKw[slot]) / told[slot];
        }

        private void addStay(InternalRow row) {
            String vehicle = row.getUTF8String(FleetRows.VEHICLE).toString();
            long arrival = row.getLong(FleetRows.AT);
            long departure = row.getLong(FleetRows.UNTIL);
            double power = number(row, 6);
            ChargerClass type = row.isNullAt(FleetRows.WORD)
                    ? byPower(power)
                    : ChargerClass.valueOf(row.getUTF8String(FleetRows.WORD).toString());
            Phase phase = phase(type, power, (int) number(row, 7));
            boolean v2g = number(row, 5) != 0;
            double socArrival = number(row, 0) / PERCENT;
            double socTarget = number(row, 1) / PERCENT;
            double battery = number(row, 2);
            double ac = number(row, 3);
            double dc = number(row, 4);
            admission.add(
                    vehicle,
                    arrival,
                    departure,
                    () -> new Stay(
                            new Vehicle(vehicle, battery, ac, dc, v2g),
                            id,
                            arrival,
                            departure,
                            socArrival,
                            socTarget,
                            new Charger(type, power),
                            phase));
        }

        SiteInput done() {
            int missing = fill();
            List<Stay> stays = admission.admitted();
            List<RefusedStay> refused = new ArrayList<>(
                    admission.refused().stream().map(this::refused).toList());
            if (sites == Sites.TOLD && siteRows == 0) {
                stays.forEach(
                        stay -> refused.add(SiteInputs.refused(stay, FleetRules.UNKNOWN_SITE.code(), "no such site")));
                stays = List.of();
            }
            Site site = new Site(id, limitKw, transformerKva, level, baseKw, solarKw);
            Connection connection =
                    Connection.of(level.kilovolts(), shortCircuitMva, transformerKva, resistanceOverReactance);
            return new SiteInput(
                    site, connection, stays, refused, Math.max(0, siteRows - 1), stays.isEmpty() ? 0 : missing);
        }

        private RefusedStay refused(Refusal refusal) {
            boolean overlaps = refusal.kind() == Refusal.Kind.OVERLAP;
            return new RefusedStay(
                    refusal.vehicleId(),
                    id,
                    refusal.arrivalS(),
                    refusal.departureS(),
                    (overlaps ? FleetRules.OVERLAPPING_STAY : FleetRules.UNPLANNABLE).code(),
                    refusal.reason());
        }

        /** Returns how many slots nothing is told of while vehicles may stay; the first hour of them goes on as before. */
        private int fill() {
            if (Arrays.stream(told).allMatch(count -> count == 0)) {
                return 0; // a site without other load
            }
            int missing = 0;
            int since = Integer.MAX_VALUE / 2;
            for (int slot = 0; slot < told.length; slot++) {
                since = told[slot] > 0 ? 0 : since + 1;
                if (since > 0) {
                    missing++;
                    boolean isRecent = (long) since * horizon.stepS() <= HOUR_S;
                    baseKw[slot] = isRecent ? baseKw[slot - 1] : 0;
                    solarKw[slot] = isRecent ? solarKw[slot - 1] : 0;
                }
            }
            return missing;
        }
    }

    static RefusedStay refused(Stay stay, String code, String reason) {
        return new RefusedStay(stay.vehicle().id(), stay.siteId(), stay.arrivalS(), stay.departureS(), code, reason);
    }

    private static ChargerClass byPower(double kw) {
        if (kw <= STRONGEST_AC_KW) {
            return ChargerClass.AC;
        }
        return kw <= STRONGEST_FAST_KW ? ChargerClass.DC_FAST : ChargerClass.DC_ULTRA;
    }

    private static Phase phase(ChargerClass type, double kw, int told) {
        boolean isSingle = type == ChargerClass.AC && kw <= STRONGEST_SINGLE_PHASE_KW;
        return isSingle && told >= 1 && told <= 3 ? Phase.values()[told - 1] : Phase.ALL;
    }

    private static double number(InternalRow row, int index) {
        return row.getDouble(FleetRows.NUMBERS + index);
    }
}
