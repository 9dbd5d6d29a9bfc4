package io.chargelake.jobs.vehicles.sessions;

import io.chargelake.jobs.lake.files.PlainColumn;
import io.chargelake.jobs.tables.Col;
import io.chargelake.vehicle.Micro;
import io.chargelake.vehicle.Soc;

/** The state of charge at both ends. */
record SocColumns(PlainColumn start, PlainColumn end) {
    SocColumns(Col start, Col end) {
        this(PlainColumn.reals(start), PlainColumn.reals(end));
    }

    void add(Soc soc) {
        start.add(Micro.real(soc.start()));
        end.add(Micro.real(soc.end()));
    }
}
