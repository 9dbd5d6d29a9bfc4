package io.chargelake.jobs.stations.register;

import io.chargelake.jobs.tables.StationRegister;
import io.chargelake.station.ConnectorPower;
import io.chargelake.station.ConnectorWords;
import io.chargelake.station.Doubt;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;

/** The connectors of a station, counted one by one. */
final class Equipment {
    static final double FAST_KW = 50;
    /** The strongest chargers, of lorries and ships, are below. */
    private static final double IN_WATTS = 2_000;

    private static final double W_A_KW = 1_000;

    private final TreeSet<String> types = new TreeSet<>();
    private int connectors;
    private int fast;
    private OptionalDouble most_kw = OptionalDouble.empty();
    private boolean isUnknownWord;
    private boolean isForeignUnit;
    private boolean isOff;

    /** A connector whose type is written in the source's own word. */
    void add(Optional<String> word, Optional<Double> power) {
        connectors++;
        Optional<String> type = word.flatMap(ConnectorWords::ocpi);
        type.ifPresent(types::add);
        isUnknownWord |= word.isPresent() && type.isEmpty();
        power.map(this::inKw).ifPresent(power_kw -> {
            fast += power_kw >= FAST_KW ? 1 : 0;
            most_kw = OptionalDouble.of(Math.max(power_kw, most_kw.orElse(0)));
        });
    }

    void add(Optional<String> word, ConnectorPower power) {
        add(word, power.power_kw());
        isOff |= power.isOff();
    }

    private double inKw(double power) {
        isForeignUnit |= power > IN_WATTS;
        return power > IN_WATTS ? power / W_A_KW : power;
    }

    void fill(StationDraft draft) {
        draft.put(StationRegister.CONNECTORS, connectors);
        draft.put(StationRegister.CONNECTOR_TYPES, types.isEmpty() ? null : types.toArray(String[]::new));
        if (most_kw.isPresent()) {
            draft.put(StationRegister.MAX_POWER_KW, most_kw.getAsDouble());
            draft.put(StationRegister.FAST_CONNECTORS, fast);
        }
        if (isUnknownWord) {
            draft.doubt(Doubt.UNKNOWN_WORD);
        }
        if (isForeignUnit) {
            draft.doubt(Doubt.FOREIGN_UNIT);
        }
        if (isOff) {
            draft.doubt(Doubt.POWER_DISAGREES);
        }
    }
}
