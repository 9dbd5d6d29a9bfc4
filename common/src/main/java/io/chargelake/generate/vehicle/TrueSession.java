package io.chargelake.generate.vehicle;

import java.util.List;

/** A charging session and the charges that report it. */
public record TrueSession(String id, Place place, List<ChargeRow> charges) implements LifeEvent {

    public TrueSession {
        charges = List.copyOf(charges);
    }

    public ChargeRow first() {
        return charges.get(0);
    }

    public ChargeRow last() {
        return charges.get(charges.size() - 1);
    }

    @Override
    public long startS() {
        return first().startS();
    }

    @Override
    public long endS() {
        return last().endS();
    }

    @Override
    public int socStart() {
        return first().socStart();
    }

    @Override
    public int socEnd() {
        return last().socEnd();
    }

    public long energyWh() {
        return charges.stream().mapToLong(ChargeRow::energyWh).sum();
    }

    public long chargingS() {
        return charges.stream().mapToLong(c -> c.endS() - c.startS()).sum();
    }

    public long powerMaxW() {
        return charges.stream().mapToLong(ChargeRow::powerMaxW).max().orElseThrow();
    }
}
