package io.chargelake.jobs.tables;

import java.util.List;
import java.util.Optional;

/** Every table of the lake, in the order data flows. */
public final class Tables {
    public static final Table QUARANTINE_STATUS = Quarantine.of("status");
    public static final Table QUARANTINE_VEHICLES = Quarantine.of("vehicles");
    public static final Table QUARANTINE_STATIONS = Quarantine.of("stations");
    public static final Table QUARANTINE_FLEET = Quarantine.of("fleet");

    /** The dimensions whose rows change over time. */
    public static final List<Table> MASTER = List.of(ChargingStation.TABLE, ChargingPoint.TABLE, Connector.TABLE);

    public static final List<Table> ALL = List.of(
            StatusChargingpoints.TABLE,
            StatusConnectors.TABLE,
            ChargingStation.TABLE,
            ChargingPoint.TABLE,
            Connector.TABLE,
            Time.TABLE,
            History.of(ChargingStation.TABLE),
            History.of(ChargingPoint.TABLE),
            History.of(Connector.TABLE),
            DimensionSeen.TABLE,
            StatusCurrent.TABLE,
            StatusRun.TABLE,
            ChargingSession.TABLE,
            OccupancyHourly.TABLE,
            Utilization.TABLE,
            QUARANTINE_STATUS,
            Vehicle.TABLE,
            Drive.TABLE,
            Charge.TABLE,
            QUARANTINE_VEHICLES,
            Trip.TABLE,
            ChargeSession.TABLE,
            Cycle.TABLE,
            Indicator.TABLE,
            StationRegister.TABLE,
            History.of(StationRegister.TABLE),
            StationDelivery.TABLE,
            QUARANTINE_STATIONS,
            StationKpi.TABLE,
            CoverageGap.TABLE,
            SiteCandidate.TABLE,
            FleetPlan.TABLE,
            FleetLoad.TABLE,
            FleetKpi.TABLE,
            GridQuality.TABLE,
            QUARANTINE_FLEET,
            OccupancyFeature.TABLE,
            OccupancyForecast.TABLE,
            BacktestScore.TABLE,
            Anomaly.TABLE);

    /** Layouts of files that are read, but are no tables of the lake. */
    public static final List<Table> FILES = List.of(
            FlatPolls.TABLE,
            FlatDrives.TABLE,
            FlatCharges.TABLE,
            FlatVehicles.TABLE,
            FlatEvents.TABLE,
            FlatStations.TABLE,
            DemandFile.TABLE,
            CandidateFile.TABLE,
            FlatStays.TABLE,
            FlatSites.TABLE,
            FlatSiteSlots.TABLE);

    public static Optional<Table> named(String name) {
        return ALL.stream().filter(t -> t.name().equals(name)).findFirst();
    }

    private Tables() {}
}
