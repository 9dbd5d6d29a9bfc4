package io.chargelake.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DayRunsTest {
    private static final long DAY = 20_000;
    private static final long START = DAY * 86_400;
    private static final byte[] NO_PARTS = new byte[0];
    private static final byte FREE = Status.AVAILABLE.code();
    private static final byte TAKEN = Status.CHARGING.code();

    private final DayRunsWriter writer = new DayRunsWriter(DAY, 600);

    @Test
    void the_runs_of_a_day_come_back_by_device() {
        writer.device(3, 0, 24);
        writer.otherRun(FREE, START - 5000, START + 600);
        writer.ownRun(TAKEN, START + 600, START + 2400, START + 1800, 3, NO_PARTS);
        writer.ownRun(FREE, START + 9000, START + 9600, START + 9000, 1, NO_PARTS);
        writer.device(4, 5, 6);
        writer.device(900, 0, 0);
        writer.ownRun(TAKEN, START - 700_000, START + 650, START + 50, 1200, new byte[] {1, 2, 3});
        assertThat(read(writer.bytes()))
                .containsExactly(
                        "device 3, hours 0 to 24",
                        "1 from " + (START - 1) + " to " + (START + 600),
                        "4 from " + (START + 600) + " to " + (START + 2400) + ", 3 polls to " + (START + 1800)
                                + ", 0 bytes",
                        "1 from " + (START + 9000) + " to " + (START + 9600) + ", 1 polls to " + (START + 9000)
                                + ", 0 bytes",
                        "device 4, hours 5 to 6",
                        "device 900, hours 0 to 0",
                        "4 from " + (START - 700_000) + " to " + (START + 650) + ", 1200 polls to " + (START + 50)
                                + ", 3 bytes");
    }

    @Test
    void a_run_that_only_overlaps_the_day_is_cut_to_it() {
        writer.device(0, 0, 24);
        writer.otherRun(FREE, START + 80_000, START + 500_000);
        assertThat(read(writer.bytes())).contains("1 from " + (START + 80_000) + " to " + (START + 86_400));
    }

    @Property(tries = 200)
    void whatever_is_written_is_read(@ForAll long seed) {
        Random random = new Random(seed);
        DayRunsWriter any = new DayRunsWriter(DAY, 1 + random.nextInt(900));
        List<String> expected = new ArrayList<>();
        int device = 0;
        for (int i = 0; i < 20; i++) {
            int from = random.nextInt(25);
            int to = from + random.nextInt(25 - from);
            any.device(device, from, to);
            expected.add("device " + device + ", hours " + from + " to " + to);
            long at = START - random.nextInt(3) * 50_000L;
            for (int run = random.nextInt(4); run > 0; run--) {
                long start = at + (random.nextBoolean() ? 0 : random.nextInt(9000));
                long last = start + random.nextInt(9000);
                int polls = last == start ? 1 : 2 + random.nextInt(20);
                at = last + 1 + random.nextInt(2000);
                byte[] parts = new byte[random.nextInt(3)];
                byte status = (byte) random.nextInt(9);
                any.ownRun(status, start, at, last, polls, parts);
                expected.add(status + " from " + start + " to " + at + ", " + polls + " polls to " + last + ", "
                        + parts.length + " bytes");
            }
            device += 1 + random.nextInt(3) * 1000;
        }
        assertThat(read(any.bytes())).isEqualTo(expected);
    }

    @Test
    void devices_come_in_order_and_hours_within_the_day() {
        writer.device(5, 0, 24);
        assertThatIllegalArgumentException().isThrownBy(() -> writer.device(4, 0, 24));
        assertThatIllegalArgumentException().isThrownBy(() -> writer.device(6, 3, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> writer.device(6, 0, 25))
                .withMessageContaining("hours 0 to 25");
    }

    private static List<String> read(byte[] day) {
        List<String> read = new ArrayList<>();
        DayRunsReader in = new DayRunsReader(day);
        while (in.nextDevice()) {
            read.add("device " + in.device() + ", hours " + in.fromHour() + " to " + in.toHour());
            while (in.nextRun()) {
                String own = in.isOwn()
                        ? ", " + in.polls() + " polls to " + in.lastPoll() + ", " + in.parts().length + " bytes"
                        : "";
                read.add(in.status() + " from " + in.start() + " to " + in.end() + own);
            }
        }
        return read;
    }
}
