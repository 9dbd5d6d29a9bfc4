package io.chargelake.jobs.dashboard.store;

import io.chargelake.jobs.tables.Anomaly;
import io.chargelake.jobs.tables.BacktestScore;
import io.chargelake.jobs.tables.ChargeSession;
import io.chargelake.jobs.tables.ChargingPoint;
import io.chargelake.jobs.tables.ChargingSession;
import io.chargelake.jobs.tables.ChargingStation;
import io.chargelake.jobs.tables.Connector;
import io.chargelake.jobs.tables.CoverageGap;
import io.chargelake.jobs.tables.Cycle;
import io.chargelake.jobs.tables.Indicator;
import io.chargelake.jobs.tables.OccupancyFeature;
import io.chargelake.jobs.tables.OccupancyForecast;
import io.chargelake.jobs.tables.OccupancyHourly;
import io.chargelake.jobs.tables.SiteCandidate;
import io.chargelake.jobs.tables.StationKpi;
import io.chargelake.jobs.tables.StationRegister;
import io.chargelake.jobs.tables.StatusRun;
import io.chargelake.jobs.tables.Table;
import io.chargelake.jobs.tables.Trip;
import io.chargelake.jobs.tables.Utilization;
import io.chargelake.jobs.tables.Vehicle;

/** A table of the lake that the dashboard shows, and the job that makes it. */
public enum Source {
    CHARGING_STATION(ChargingStation.TABLE, "ingest-status"),
    CHARGING_POINT(ChargingPoint.TABLE, "ingest-status"),
    CONNECTOR(Connector.TABLE, "ingest-status"),
    STATUS_RUN(StatusRun.TABLE, "occupancy"),
    OCCUPANCY_HOURLY(OccupancyHourly.TABLE, "occupancy"),
    CHARGING_SESSION(ChargingSession.TABLE, "occupancy"),
    UTILIZATION(Utilization.TABLE, "occupancy"),
    STATION_REGISTER(StationRegister.TABLE, "ingest-stations"),
    STATION_KPI(StationKpi.TABLE, "station-kpis"),
    COVERAGE_GAP(CoverageGap.TABLE, "coverage-gap"),
    SITE_CANDIDATE(SiteCandidate.TABLE, "siting"),
    OCCUPANCY_FEATURE(OccupancyFeature.TABLE, "features"),
    OCCUPANCY_FORECAST(OccupancyForecast.TABLE, "forecast"),
    BACKTEST_SCORE(BacktestScore.TABLE, "backtest"),
    ANOMALY(Anomaly.TABLE, "anomalies"),
    VEHICLE(Vehicle.TABLE, "ingest-vehicles"),
    TRIP(Trip.TABLE, "sessions"),
    CHARGE_SESSION(ChargeSession.TABLE, "sessions"),
    CYCLE(Cycle.TABLE, "sessions"),
    INDICATOR(Indicator.TABLE, "indicators");

    private final Table table;
    private final String job;

    Source(Table table, String job) {
        this.table = table;
        this.job = job;
    }

    public Table table() {
        return table;
    }

    public String job() {
        return job;
    }
}
