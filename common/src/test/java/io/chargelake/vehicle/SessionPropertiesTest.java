package io.chargelake.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Laws that hold for any records, however they overlap. */
class SessionPropertiesTest {
    private static final long MINUTE = 60 * Micro.ONE;
    private static final long DAY = 1_440 * MINUTE;
    private static final Span PERIOD = new Span(0, 20 * DAY);

    @Property(tries = 300)
    void energyIsConserved(@ForAll Random random, @ForAll @IntRange(max = 120) int count) {
        List<Event> events = events(random, count, 3 * DAY);
        Collected made = Collected.of(events, PERIOD);
        long in = made.sessions.stream().mapToLong(s -> s.charged().energy()).sum();
        long out = made.trips.stream().mapToLong(Trip::energy).sum();
        assertThat(in + out + energy(made.refused)).isEqualTo(energy(events));
        assertThat(made.cycles.stream().mapToLong(Cycle::energyIn).sum()).isEqualTo(in);
        long records = made.sessions.stream().mapToLong(ChargeSession::charges).sum()
                + made.trips.stream().mapToLong(Trip::drives).sum();
        assertThat(records + made.refused.size()).isEqualTo(events.size());
    }

    @Property(tries = 300)
    void whatIsMadeNeverOverlaps(@ForAll Random random, @ForAll @IntRange(max = 120) int count) {
        Collected made = Collected.of(events(random, count, 2 * DAY), PERIOD);
        assertDisjoint(Stream.concat(
                made.trips.stream().map(Trip::span), made.sessions.stream().map(ChargeSession::span)));
        assertDisjoint(made.cycles.stream().map(Cycle::span));
        assertThat(made.cycles).hasSameSizeAs(made.sessions);
    }

    @Property(tries = 200)
    void theOrderInWhichRecordsArriveDoesNotMatter(@ForAll Random random, @ForAll @IntRange(max = 80) int count) {
        List<Event> events = events(random, count, DAY);
        List<Event> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, random);
        assertThat(Collected.of(shuffled, PERIOD).rows())
                .isEqualTo(Collected.of(events, PERIOD).rows());
    }

    /** What lets a new day be computed without the year before it. */
    @Property(tries = 300)
    void fromTheStartOfAnySessionOnTheNextSessionsAndCyclesAreTheSame(
            @ForAll Random random, @ForAll @IntRange(min = 10, max = 150) int count) {
        List<Event> events = events(random, count, 4 * DAY);
        Collected whole = Collected.of(events, PERIOD);
        long[] starts = starts(whole).distinct().toArray();
        for (int i = 0; i + 1 < starts.length; i++) {
            long from = starts[i];
            long write = starts[i + 1];
            List<Event> later =
                    events.stream().filter(e -> e.span().start() >= from).toList();
            assertThat(since(Collected.of(later, PERIOD), write)).isEqualTo(since(whole, write));
        }
    }

    /** What lets a day in the middle be computed without what follows. */
    @Property(tries = 300)
    void untilTheStartOfAnySessionEverythingIsTheSame(
            @ForAll Random random, @ForAll @IntRange(min = 10, max = 150) int count) {
        List<Event> events = events(random, count, 4 * DAY);
        Collected whole = Collected.of(events, PERIOD);
        for (ChargeSession session : whole.sessions) {
            long to = session.span().start();
            List<Event> earlier =
                    events.stream().filter(e -> e.span().start() <= to).toList();
            assertThat(before(Collected.of(earlier, PERIOD), to)).isEqualTo(before(whole, to));
        }
    }

    /** Whatever happens to the records of a day, only rows between two sessions around it change. */
    @Property(tries = 500)
    void theRecordsOfADayChangeNothingFarFromIt(
            @ForAll Random random, @ForAll @IntRange(min = 10, max = 60) int count) {
        List<Event> stay = events(random, count, 6 * DAY);
        stay.removeIf(e -> isOnTheDay(e.span().start()));
        List<Event> old = with(stay, events(random, count / 3, 6 * DAY));
        List<Event> changed = with(stay, events(random, count / 3, 6 * DAY));
        Collected before = Collected.of(old, PERIOD);
        Collected after = Collected.of(changed, PERIOD);
        List<Long> earlier = starts(before)
                .distinct()
                .filter(start -> start < 2 * DAY)
                .boxed()
                .toList();
        long from = earlier.size() < 2 ? Long.MIN_VALUE : earlier.get(earlier.size() - 2);
        long reach = Stream.concat(old.stream(), changed.stream())
                .filter(e -> e.span().start() < 3 * DAY)
                .mapToLong(e -> e.span().end())
                .reduce(3 * DAY, Math::max);
        long clear = starts(before)
                .filter(start -> start >= reach && isClear(start, old))
                .findFirst()
                .orElse(Long.MAX_VALUE);
        long to = starts(before).filter(start -> start > clear).findFirst().orElse(Long.MAX_VALUE);
        assertThat(before(after, from)).isEqualTo(before(before, from));
        assertThat(since(after, to)).isEqualTo(since(before, to));
    }

    private static List<Event> with(List<Event> stay, List<Event> ofTheDay) {
        return Stream.concat(
                        stay.stream(),
                        ofTheDay.stream().filter(e -> isOnTheDay(e.span().start())))
                .toList();
    }

    private static boolean isOnTheDay(long time) {
        return time >= 2 * DAY && time < 3 * DAY;
    }

    private static LongStream starts(Collected made) {
        return made.sessions.stream().mapToLong(s -> s.span().start());
    }

    private static boolean isClear(long time, List<Event> events) {
        return events.stream()
                .allMatch(e -> e.span().start() >= time || e.span().end() <= time);
    }

    private static List<String> since(Collected made, long from) {
        return made.rows().stream().filter(row -> start(row) >= from).toList();
    }

    private static List<String> before(Collected made, long to) {
        return made.rows().stream().filter(row -> start(row) < to).toList();
    }

    private static long start(String row) {
        return Long.parseLong(row.replaceFirst(".*?span=Span\\[start=(-?\\d+).*", "$1"));
    }

    private static long energy(List<Event> events) {
        return events.stream()
                .flatMapToLong(e -> LongStream.of(e instanceof Drive d ? d.energy() : ((Charge) e).energy()))
                .sum();
    }

    private static void assertDisjoint(Stream<Span> spans) {
        List<Span> sorted = spans.sorted(Comparator.comparingLong(Span::start).thenComparingLong(Span::end))
                .toList();
        for (int i = 1; i < sorted.size(); i++) {
            assertThat(sorted.get(i).start())
                    .isGreaterThanOrEqualTo(sorted.get(i - 1).end());
        }
    }

    /** Records at round minutes, so that they touch, tie and overlap often. */
    private static List<Event> events(Random random, int count, long within) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long start = MINUTE * 5 * random.nextInt((int) (within / MINUTE / 5));
            Span span = new Span(start, start + MINUTE * (random.nextInt(20) == 0 ? 600 : random.nextInt(40)));
            Soc soc = new Soc(random.nextInt(50, 60) * Micro.ONE, random.nextInt(50, 60) * Micro.ONE);
            long energy = random.nextInt(20) * Micro.ONE / 4;
            events.add(
                    random.nextBoolean()
                            ? new Drive("d" + i, span, soc, energy * 5, energy)
                            : new Charge("c" + i, span, soc, energy, energy, false, Charge.Site.UNKNOWN));
        }
        return events;
    }
}
