package io.chargelake.jobs.status.occupancy;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;

/** A charging point or a connector; in order of type, then id, as the tables are. */
record Device(String type, String id) implements Serializable, Comparable<Device> {
    private static final Comparator<Device> ORDER =
            Comparator.comparing(Device::type).thenComparing(Device::id);

    Device {
        Objects.requireNonNull(type);
        Objects.requireNonNull(id);
    }

    /** Which of {@code shares} equal parts of all devices it belongs to. */
    int share(int shares) {
        return Math.floorMod(31 * type.hashCode() + id.hashCode(), shares);
    }

    /** Place of the type in {@link DeviceNumbers#TYPES}. */
    int typeNumber() {
        return DeviceNumbers.TYPES.indexOf(type);
    }

    @Override
    public int compareTo(Device other) {
        return ORDER.compare(this, other);
    }
}
