package io.chargelake.jobs.status.occupancy;

import io.chargelake.status.Status;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The texts that stand behind the numbers of devices, types and statuses, as files hold them. */
final class Words {
    private static final byte[][] TYPES =
            DeviceNumbers.TYPES.stream().map(Words::utf8).toArray(byte[][]::new);
    private static final byte[][] STATUSES = Arrays.stream(Status.values())
            .sorted((a, b) -> Byte.compare(a.code(), b.code()))
            .map(status -> utf8(status.name()))
            .toArray(byte[][]::new);

    private final byte[][] ids;
    private final byte[] types;

    Words(Device[] devices) {
        ids = Arrays.stream(devices).map(device -> utf8(device.id())).toArray(byte[][]::new);
        types = new byte[devices.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = (byte) devices[i].typeNumber();
        }
    }

    /** Device ids by the number of the device. */
    byte[][] ids() {
        return ids;
    }

    /** Words of types by {@link #type}. */
    byte[][] types() {
        return TYPES;
    }

    /** Words of statuses by their code. */
    byte[][] statuses() {
        return STATUSES;
    }

    int type(int device) {
        return types[device];
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
