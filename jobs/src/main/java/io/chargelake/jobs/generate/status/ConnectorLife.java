package io.chargelake.jobs.generate.status;

import io.chargelake.generate.Seeds;

/**
 * One connector from day to day: cars that find it taken since yesterday or out of order drive on, and a charge ends
 * when an outage begins. Any day can be asked for, at the cost of that day and the one before.
 */
final class ConnectorLife {

    private final Seeds seeds;
    private final Place place;
    private final City city;
    private final double popularity;
    private final Spells outages;
    private final Visits yesterday = new Visits();
    private final Visits today = new Visits();

    /** The outages must reach from a day before the first day asked for to two days after the last. */
    ConnectorLife(Network network, int connector, int station, Spells outages) {
        this.seeds = network.seeds.stream("visits").at(connector);
        this.place = network.place(station);
        this.city = network.city(station);
        this.popularity = network.popularity(connector);
        this.outages = outages;
    }

    /** What of yesterday's last visit reaches into today. */
    void carriedInto(Demand todays, Demand yesterdays, Spells out) {
        draw(yesterday, yesterdays);
        int last = yesterday.size() - 1;
        if (last >= 0 && yesterday.leftS(last) > todays.dayStartS) {
            add(yesterday, last, yesterday.reservedS(last), out);
        }
    }

    /** The visits that begin today. */
    void startedOn(Demand todays, Demand yesterdays, Spells out) {
        draw(yesterday, yesterdays);
        draw(today, todays);
        long freeS = yesterday.freeS();
        for (int i = 0; i < today.size(); i++) {
            if (today.startS(i) >= freeS) {
                add(today, i, Math.max(freeS, today.reservedS(i)), out);
            }
        }
    }

    private void draw(Visits visits, Demand demand) {
        long day = demand.dayStartS / StatusWorld.DAY_S;
        visits.draw(seeds.at(day).sequence(), demand, place, popularity * demand.factor(city));
    }

    private void add(Visits visits, int i, long reservedS, Spells out) {
        long start = visits.startS(i);
        if (outages.covers(start)) {
            return;
        }
        long end = outages.firstStartBetween(start, visits.endS(i));
        out.add(reservedS, start, DeviceStatus.RESERVED);
        out.add(start, end, DeviceStatus.CHARGING);
        if (end == visits.endS(i)) {
            out.add(end, visits.leftS(i), DeviceStatus.BLOCKED);
        }
    }
}
