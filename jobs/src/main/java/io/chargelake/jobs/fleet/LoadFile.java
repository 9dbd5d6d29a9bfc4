package io.chargelake.jobs.fleet;

import io.chargelake.energy.Site;
import io.chargelake.jobs.lake.files.BytesColumn;
import io.chargelake.jobs.lake.files.CodedColumn;
import io.chargelake.jobs.lake.files.FileTarget;
import io.chargelake.jobs.lake.files.PlainColumn;
import io.chargelake.jobs.lake.files.TableFiles;
import io.chargelake.jobs.tables.FleetLoad;
import java.io.IOException;
import java.util.List;

/** Loads of sites of a day on their way to a data file. */
final class LoadFile implements DayFiles.File {
    private final WordList strategy = new WordList(FleetLoad.STRATEGY, Strategies.codes());
    private final BytesColumn site = new BytesColumn(FleetLoad.SITE_ID);
    private final CodedColumn slotStart = CodedColumn.seconds(FleetLoad.SLOT_START);
    private final PlainColumn base = PlainColumn.reals(FleetLoad.BASE_KW);
    private final PlainColumn solar = PlainColumn.reals(FleetLoad.SOLAR_KW);
    private final PlainColumn vehicles = PlainColumn.reals(FleetLoad.VEHICLES_KW);
    private final PlainColumn net = PlainColumn.reals(FleetLoad.NET_KW);
    private final PlainColumn uncontrolled = PlainColumn.reals(FleetLoad.UNCONTROLLED_KW);
    private final PlainColumn limit = PlainColumn.reals(FleetLoad.LIMIT_KW);
    private final PlainColumn price = PlainColumn.reals(FleetLoad.PRICE);
    private final CodedColumn connected = CodedColumn.ints(FleetLoad.CONNECTED);
    private final TableFiles files;

    LoadFile(FileTarget target, long origin) {
        slotStart.origin(origin);
        files = new TableFiles(
                target,
                FleetLoad.TABLE,
                List.of(
                        strategy.column(),
                        site,
                        slotStart,
                        base,
                        solar,
                        vehicles,
                        net,
                        uncontrolled,
                        limit,
                        price,
                        connected));
    }

    /** What vehicles draw, as planned and uncontrolled. */
    record Kw(double vehicles, double uncontrolled) {}

    void add(String byStrategy, Site of, int sinceOrigin, int slot, Kw kw, double perKwh, int vehiclesThere)
            throws IOException {
        strategy.add(byStrategy);
        site.add(of.id());
        slotStart.add(sinceOrigin);
        base.add(PlanFile.rounded(of.baseKw()[slot]));
        solar.add(PlanFile.rounded(of.solarKw()[slot]));
        vehicles.add(PlanFile.rounded(kw.vehicles()));
        net.add(PlanFile.rounded(of.netKw(slot) + kw.vehicles()));
        uncontrolled.add(PlanFile.rounded(of.netKw(slot) + kw.uncontrolled()));
        limit.add(Double.isInfinite(of.capacityKw()) ? Double.NaN : of.capacityKw());
        price.add(perKwh);
        connected.add(vehiclesThere);
        files.endRow();
    }

    @Override
    public TableFiles files() {
        return files;
    }
}
