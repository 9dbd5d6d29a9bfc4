package io.chargelake.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SessionBlockTest {
    private static final long DAY = 86_400 * Micro.ONE;

    @Property(tries = 300)
    void whatWasWrittenIsReadAgain(@ForAll Random random, @ForAll @IntRange(min = 1, max = 5) int vehicles) {
        var writer = new SessionBlock.Writer(random.nextLong(20_000) * DAY);
        var written = new TreeMap<String, Collected>();
        for (int i = 0; i < vehicles; i++) {
            String id = "Fahrzeug \u00fc" + i;
            Collected made = things(random);
            written.put(id, made);
            pass(made, writer.of(id.getBytes(StandardCharsets.UTF_8)));
        }
        SessionBlock block = SessionBlock.of(writer.bytes(7, 123));
        assertThat(block.sequence()).isEqualTo(7);
        assertThat(block.records()).isEqualTo(123);
        var read = new TreeMap<String, Collected>();
        block.vehicles()
                .forEach(of -> of.pass(
                        read.computeIfAbsent(new String(of.vehicle(), StandardCharsets.UTF_8), id -> new Collected())));
        assertThat(read.keySet()).isEqualTo(written.keySet());
        read.forEach((id, made) -> {
            assertThat(made.rows()).isEqualTo(written.get(id).rows());
            assertThat(made.refused).isEqualTo(written.get(id).refused);
        });
    }

    @Example
    void aBlockCutShortIsRefused() {
        var writer = new SessionBlock.Writer(0);
        Collected made = things(new Random(1));
        pass(made, writer.of(new byte[] {'v'}));
        byte[] block = writer.bytes(0, 0);
        assertThatThrownBy(() -> SessionBlock.of(Arrays.copyOf(block, block.length - 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Cannot decode block: ");
    }

    private static void pass(Collected made, SessionSink sink) {
        made.trips.forEach(sink::trip);
        made.sessions.forEach(sink::session);
        made.cycles.forEach(sink::cycle);
        made.refused.forEach(event -> sink.refused(event, Refusal.OVERLAP));
    }

    private static Collected things(Random random) {
        Collected things = new Collected();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            things.trip(new Trip(
                    "t" + i, span(random), soc(random), amount(random), amount(random), random.nextInt(9), 1 << i));
            var charged = new ChargeSession.Charged(amount(random), amount(random), random.nextLong(DAY), site(random));
            things.session(new ChargeSession("s" + i, span(random), soc(random), charged, random.nextInt(9), i));
            things.cycle(new Cycle(
                    "c" + i,
                    span(random),
                    amount(random),
                    new Cycle.Driven(amount(random), amount(random), random.nextInt(99)),
                    new Cycle.Parked(amount(random), random.nextLong(DAY)),
                    random.nextBoolean()));
            List<Event> events = new ArrayList<>();
            events.add(new Drive("d" + i, span(random), soc(random), amount(random), amount(random)));
            events.add(new Charge(
                    "c" + i,
                    span(random),
                    soc(random),
                    amount(random),
                    amount(random),
                    random.nextBoolean(),
                    site(random)));
            events.forEach(event -> things.refused(event, Refusal.OVERLAP));
        }
        return things;
    }

    private static Span span(Random random) {
        long start = random.nextLong(20_000 * DAY);
        return new Span(start, start + random.nextLong(-DAY, 3 * DAY));
    }

    private static Soc soc(Random random) {
        return new Soc(amount(random), amount(random));
    }

    private static long amount(Random random) {
        return random.nextInt(3) == 0 ? Micro.UNKNOWN : random.nextLong(-1_000_000_000, 100_000_000_000L);
    }

    private static Charge.Site site(Random random) {
        return new Charge.Site(random.nextBoolean() ? "AC" : null, random.nextBoolean() ? "" : null);
    }
}
