package io.chargelake.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.chargelake.status.Worlds.World;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;

/** Days computed one after the other, each from the seams of the one before, and written by key. */
@Domain(Worlds.class)
@Domain(net.jqwik.api.domains.DomainContext.Global.class)
class SeamTest {
    /** Tables written by key, as a job does. */
    private static final class Tables {
        final Map<List<Long>, Outcome.Run> runs = new LinkedHashMap<>();
        final Map<List<Long>, Outcome.Session> sessions = new LinkedHashMap<>();
        final Map<List<Long>, Outcome.Hour> hours = new LinkedHashMap<>();
        Map<Integer, Seam> seams = new HashMap<>();

        void write(Outcome day) {
            day.runs().forEach(run -> runs.put(List.of((long) run.device(), run.start()), run));
            day.sessions().forEach(session -> sessions.put(List.of((long) session.device(), session.start()), session));
            day.hours().forEach(hour -> hours.put(List.of((long) hour.device(), hour.start()), hour));
        }

        Outcome read() {
            return new Outcome(
                    runs.values().stream()
                            .sorted(Comparator.comparingInt(Outcome.Run::device).thenComparingLong(Outcome.Run::start))
                            .toList(),
                    sessions.values().stream()
                            .sorted(Comparator.comparingInt(Outcome.Session::device)
                                    .thenComparingLong(Outcome.Session::start))
                            .toList(),
                    hours.values().stream()
                            .sorted(Comparator.comparingInt(Outcome.Hour::device)
                                    .thenComparingLong(Outcome.Hour::start))
                            .toList());
        }
    }

    @Property(tries = 400)
    void day_by_day_with_seams_equals_all_at_once(@ForAll World world, @ForAll @IntRange(min = 1, max = 40) int ticks) {
        Tables tables = new Tables();
        for (List<Poll> day : days(world, ticks).values()) {
            tables.write(resume(world.encode(day), tables, world.timing()));
        }
        assertThat(tables.read()).isEqualTo(world.expected());
    }

    @Property(tries = 400)
    void new_days_change_what_the_seam_says_and_nothing_else(
            @ForAll World world, @ForAll @IntRange(min = 1, max = 40) int ticks) {
        Tables tables = new Tables();
        PollTiming timing = world.timing();
        for (List<Poll> day : days(world, ticks).values()) {
            Map<Integer, Seam> seams = Map.copyOf(tables.seams);
            Outcome outcome = resume(world.encode(day), tables, timing);
            for (Outcome.Run run : outcome.runs()) {
                Outcome.Run before = tables.runs.get(List.of((long) run.device(), run.start()));
                if (before != null && !before.equals(run)) {
                    Seam seam = seams.get(run.device());
                    assertThat(run.start()).isEqualTo(seam.start());
                    assertThat(next(day, seam) - seam.lastPoll()).isLessThanOrEqualTo(timing.maxGap_s());
                }
            }
            for (Outcome.Hour hour : outcome.hours()) {
                Outcome.Hour before = tables.hours.get(List.of((long) hour.device(), hour.start()));
                Seam seam = seams.get(hour.device());
                assertThat(seam == null || hour.start() >= seam.firstChangedHour())
                        .isTrue();
                if (before != null && !before.equals(hour)) {
                    long from = Math.min(next(day, seam), seam.lastPoll() + timing.pollInterval_s());
                    assertThat(hour.start() + 3600).isGreaterThan(from);
                }
            }
            tables.write(outcome);
        }
    }

    @Test
    void seams_of_silent_devices_are_handed_on_unchanged() {
        Tables tables = new Tables();
        PollTiming timing = PollTiming.DEFAULT;
        List<Poll> day = List.of(new Poll(0, 3700, Status.AVAILABLE), new Poll(0, 4300, Status.CHARGING));
        tables.write(resume(Worlds.encode(day, timing), tables, timing));
        Seam seam = tables.seams.get(0);
        assertThat(seam).isEqualTo(new Seam(0, Status.CHARGING.code(), 4300, 4300, 1, new HourPart(600, 0, 0, 0, 0)));
        Outcome before = tables.read();
        tables.write(resume(new Runs(), tables, timing));
        assertThat(tables.seams).containsOnly(Map.entry(0, seam));
        assertThat(tables.read()).isEqualTo(before);
    }

    @Test
    void a_poll_before_the_seam_is_refused() {
        Tables tables = new Tables();
        tables.seams.put(0, new Seam(0, Status.CHARGING.code(), 4300, 4300, 1, HourPart.EMPTY));
        Runs late = new Runs();
        late.addPoll(0, 4200, Status.CHARGING.code());
        assertThatIllegalStateException()
                .isThrownBy(() -> resume(late, tables, PollTiming.DEFAULT))
                .withMessageStartingWith("Cannot go on from Seam[device=0")
                .withMessageContaining("go on from an earlier border");
    }

    @Test
    void parts_of_an_hour_and_seams_that_cannot_be_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new HourPart(3000, 601, 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new HourPart(0, -1, 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Seam(0, (byte) 1, 9, 8, 1, HourPart.EMPTY));
        assertThatIllegalArgumentException().isThrownBy(() -> new Seam(0, (byte) 9, 8, 9, 2, HourPart.EMPTY));
    }

    /** A seam holds one run. With a second occupied status, an open session could hold several: seams must then grow. */
    @Test
    void one_status_is_occupied_so_that_an_open_session_is_one_run() {
        assertThat(Arrays.stream(Status.values()).filter(status -> status.statusClass() == StatusClass.OCCUPIED))
                .containsExactly(Status.CHARGING);
    }

    private static Outcome resume(Runs day, Tables tables, PollTiming timing) {
        Map<Integer, Seam> before = tables.seams;
        Map<Integer, Seam> after = new HashMap<>();
        before.values().forEach(seam -> seam.addTo(day));
        Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        OccupancyHours hours = new OccupancyHours(
                timing,
                device -> Optional.ofNullable(before.get(device)),
                outcome::hour,
                seam -> after.put(seam.device(), seam));
        RunSink sink = RunSink.all(outcome.runSink(), new Sessions(outcome::session), hours);
        RunStitcher.stitch(RunSettler.settle(day), timing, sink);
        tables.seams = after;
        return outcome;
    }

    private static Map<Long, List<Poll>> days(World world, int ticks) {
        long day_s = (long) ticks * world.timing().pollInterval_s();
        Map<Long, List<Poll>> days = new TreeMap<>();
        world.inOrder().forEach(poll -> days.computeIfAbsent(poll.second() / day_s, d -> new ArrayList<>())
                .add(poll));
        return days;
    }

    private static long next(List<Poll> day, Seam seam) {
        return day.stream()
                .filter(poll -> poll.device() == seam.device())
                .mapToLong(Poll::second)
                .min()
                .orElseThrow();
    }
}
