package io.chargelake.jobs.stations.register;

import java.util.Optional;

/** The registers that can be read from files. */
public enum RegisterFormat {
    AFDC(new AfdcReader(), null),
    BNETZA(new BnetzaRows(), new BnetzaElements()),
    OCPI(null, new OcpiElements()),
    IRVE(new IrveRows(), null),
    FLAT(new FlatRows(), new FlatElements());

    private final RowReader rows;
    private final ElementReader elements;

    RegisterFormat(RowReader rows, ElementReader elements) {
        this.rows = rows;
        this.elements = elements;
    }

    /** How its rows are read; empty where it has none. */
    Optional<RowReader> rows() {
        return Optional.ofNullable(rows);
    }

    /** How its JSON is read; empty where it has none. */
    Optional<ElementReader> elements() {
        return Optional.ofNullable(elements);
    }

    /** Whether a station is told by several rows, one a charging point. */
    public boolean isByPoint() {
        return this == IRVE;
    }
}
