package io.chargelake.generate.vehicle;

import java.util.List;

/** A trip and the drives that report it. */
public record TrueTrip(String id, List<DriveRow> drives) implements LifeEvent {

    public TrueTrip {
        drives = List.copyOf(drives);
    }

    public DriveRow first() {
        return drives.get(0);
    }

    public DriveRow last() {
        return drives.get(drives.size() - 1);
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

    public long distanceM() {
        return drives.stream().mapToLong(DriveRow::distanceM).sum();
    }

    public long energyWh() {
        return drives.stream().mapToLong(DriveRow::energyWh).sum();
    }
}
