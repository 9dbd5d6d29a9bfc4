package io.chargelake.jobs.status.occupancy;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Devices as bytes, to travel between tasks: Java's own serialization would take microseconds for each. */
record DeviceList(byte[] bytes, int size) implements Serializable {

    static DeviceList of(List<Device> devices) {
        List<byte[]> ids = devices.stream()
                .map(device -> device.id().getBytes(StandardCharsets.UTF_8))
                .toList();
        int length = ids.stream().mapToInt(id -> id.length + Integer.BYTES + 1).sum();
        ByteBuffer out = ByteBuffer.allocate(length);
        for (int i = 0; i < ids.size(); i++) {
            out.put((byte) devices.get(i).typeNumber());
            out.putInt(ids.get(i).length).put(ids.get(i));
        }
        return new DeviceList(out.array(), ids.size());
    }

    Device[] devices() {
        Device[] devices = new Device[size];
        ByteBuffer in = ByteBuffer.wrap(bytes);
        for (int i = 0; i < size; i++) {
            String type = DeviceNumbers.TYPES.get(in.get());
            byte[] id = new byte[in.getInt()];
            in.get(id);
            devices[i] = new Device(type, new String(id, StandardCharsets.UTF_8));
        }
        return devices;
    }
}
