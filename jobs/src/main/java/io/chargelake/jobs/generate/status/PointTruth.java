package io.chargelake.jobs.generate.status;

import java.util.ArrayList;
import java.util.List;

/** The whole period of a point and its connectors from the same draws as the polls, without polling. */
final class PointTruth {

    private final StatusWorld world;
    private final Network network;
    private final Faults faults;
    private final List<Demand> demands = new ArrayList<>();

    PointTruth(StatusWorld world, Network network) {
        this.world = world;
        this.network = network;
        this.faults = new Faults(network.seeds);
        for (long day = world.from().toEpochDay() - 1; day < world.to().toEpochDay(); day++) {
            demands.add(new Demand(network.seeds, day));
        }
    }

    List<Spells> sessionsOfConnectors(int point) {
        List<Spells> sessions = new ArrayList<>();
        for (int n = 0; n < network.connectorsOf(point); n++) {
            int connector = network.firstConnector(point) + n;
            Spells outages = brokenConnector(point, n);
            faults.outagesOfPoint(point, reachFromS(), reachToS(), outages);
            ConnectorLife life = new ConnectorLife(network, connector, Network.station(point), outages);
            Spells visits = new Spells();
            life.carriedInto(demands.get(1), demands.get(0), visits);
            for (int day = 1; day < demands.size(); day++) {
                life.startedOn(demands.get(day), demands.get(day - 1), visits);
            }
            sessions.add(visits.only(DeviceStatus.CHARGING).within(world.fromS(), world.toS()));
        }
        return sessions;
    }

    /** A point charges while one of its connectors does. */
    static Spells sessionsOfPoint(List<Spells> ofConnectors) {
        Spells all = new Spells();
        ofConnectors.forEach(all::addAll);
        return all.union();
    }

    /** Its own, and the time in which all of its connectors are broken. */
    Spells outagesOfPoint(int point) {
        Spells outages = brokenConnector(point, 0);
        for (int n = 1; n < network.connectorsOf(point); n++) {
            outages = outages.intersection(brokenConnector(point, n));
        }
        addPointsOwn(point, outages);
        return outages.within(world.fromS(), world.toS());
    }

    Spells outagesOfConnector(int point, int n) {
        Spells outages = brokenConnector(point, n);
        addPointsOwn(point, outages);
        return outages.within(world.fromS(), world.toS());
    }

    private Spells brokenConnector(int point, int n) {
        Spells outages = new Spells();
        if (network.connectorsOf(point) > 1) {
            faults.outagesOfConnector(network.firstConnector(point) + n, reachFromS(), reachToS(), outages);
        }
        return outages;
    }

    private void addPointsOwn(int point, Spells outages) {
        faults.outagesOfPoint(point, world.fromS(), world.toS(), outages);
        for (long day = world.from().toEpochDay(); day < world.to().toEpochDay(); day++) {
            faults.unreachable(point, day, outages);
        }
    }

    private long reachFromS() {
        return world.fromS() - StatusWorld.DAY_S;
    }

    private long reachToS() {
        return world.toS() + StatusWorld.DAY_S;
    }
}
