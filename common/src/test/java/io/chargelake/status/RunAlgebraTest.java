package io.chargelake.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargelake.status.Worlds.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.statistics.Statistics;

/** The laws that let polls be encoded in pieces: any pieces, in any order, give what all polls at once give. */
@Domain(Worlds.class)
class RunAlgebraTest {
    private static final int TRIES = 200;

    @Property(tries = TRIES)
    void one_pass_over_sorted_polls_is_the_reference(@ForAll World world) {
        SettledRuns settled = RunSettler.settle(world.encode(world.inOrder()));
        assertThat(Outcome.of(settled, world.timing())).isEqualTo(world.expected());
    }

    @Property(tries = TRIES)
    void a_cut_at_any_poll_changes_nothing_and_tangles_nothing(@ForAll World world) {
        List<Poll> polls = world.inOrder();
        Outcome expected = world.expected();
        for (int cut = 0; cut <= polls.size(); cut++) {
            Runs before = world.encode(polls.subList(0, cut));
            Runs after = world.encode(polls.subList(cut, polls.size()));
            SettledRuns settled = RunSettler.settle(Worlds.together(List.of(after, before)));
            assertThat(Outcome.of(settled, world.timing())).as("cut at %d", cut).isEqualTo(expected);
        }
    }

    @Property(tries = TRIES)
    void contiguous_stretches_stitch_in_any_order_and_through_any_encoder(@ForAll World world) {
        List<List<Poll>> pieces = contiguous(world.inOrder(), world.random());
        Collections.shuffle(pieces, world.random());
        RunEncoder encoder = new RunEncoder(world.timing());
        for (List<Poll> piece : pieces) {
            piece.forEach(poll ->
                    encoder.add(poll.device(), poll.second(), poll.status().code()));
            encoder.cut();
        }
        SettledRuns settled = RunSettler.settle(encoder.take());
        assertThat(Outcome.of(settled, world.timing())).isEqualTo(world.expected());
    }

    @Property(tries = TRIES)
    void merging_is_associative_and_settling_idempotent(@ForAll World world) {
        List<Runs> pieces = new ArrayList<>();
        contiguous(world.inOrder(), world.random()).forEach(piece -> pieces.add(world.encode(piece)));
        Runs fromLeft = new Runs();
        for (Runs piece : pieces) {
            fromLeft = settled(List.of(fromLeft, piece));
        }
        Collections.reverse(pieces);
        Runs fromRight = new Runs();
        for (Runs piece : pieces) {
            fromRight = settled(List.of(piece, fromRight));
        }
        Runs atOnce = settled(pieces);
        assertThat(RunsTest.rows(fromLeft)).isEqualTo(RunsTest.rows(atOnce)).isEqualTo(RunsTest.rows(fromRight));
        assertThat(RunsTest.rows(settled(List.of(atOnce)))).isEqualTo(RunsTest.rows(atOnce));
    }

    @Property(tries = 1000)
    void any_partition_in_any_order_is_exact_once_untangled(@ForAll World world) {
        Runs runs = Worlds.together(anyPieces(world));
        SettledRuns settled = RunSettler.settle(runs);
        // the law is worth little unless both kinds are common
        Statistics.label("worlds")
                .collect(settled.tangles().isEmpty() ? "clean" : "tangled")
                .coverage(coverage -> {
                    coverage.check("clean").percentage(share -> share > 5);
                    coverage.check("tangled").percentage(share -> share > 30);
                });
        List<Poll> seenAgain = new ArrayList<>(world.shuffled());
        seenAgain.removeIf(poll -> !settled.tangles().covers(poll.device(), poll.second()));
        SettledRuns untangled = RunSettler.untangle(settled, Worlds.asRuns(seenAgain));
        assertThat(Outcome.of(untangled, world.timing())).isEqualTo(world.expected());
    }

    @Property(tries = TRIES)
    void polls_outside_the_windows_are_ignored_when_untangling(@ForAll World world) {
        SettledRuns settled = RunSettler.settle(Worlds.together(anyPieces(world)));
        SettledRuns untangled = RunSettler.untangle(settled, Worlds.asRuns(world.shuffled()));
        assertThat(Outcome.of(untangled, world.timing())).isEqualTo(world.expected());
    }

    @Property(tries = TRIES)
    void everything_delivered_twice_is_the_same_as_once(@ForAll World world) {
        Runs once = world.encode(world.inOrder());
        List<Poll> twice = new ArrayList<>(world.shuffled());
        twice.addAll(world.polls());
        SettledRuns untangled =
                RunSettler.untangle(RunSettler.settle(Worlds.together(List.of(once, once))), Worlds.asRuns(twice));
        assertThat(Outcome.of(untangled, world.timing())).isEqualTo(world.expected());
    }

    @Property(tries = TRIES)
    void every_poll_is_kept_or_counted_as_duplicate_or_conflict(@ForAll World world) {
        RunEncoder encoder = new RunEncoder(world.timing());
        for (List<Poll> piece : contiguous(world.inOrder(), world.random())) {
            piece.forEach(poll ->
                    encoder.add(poll.device(), poll.second(), poll.status().code()));
            encoder.cut();
        }
        SettledRuns settled = RunSettler.settle(encoder.take());
        long dropped = encoder.duplicates() + encoder.conflicts() + settled.duplicates() + settled.conflicts();
        assertThat(encoder.polls()).isEqualTo(world.polls().size());
        assertThat(settled.runs().pollCount() + dropped).isEqualTo(encoder.polls());
    }

    @Property(tries = TRIES)
    void durations_add_to_the_time_that_polls_hold(@ForAll World world) {
        SettledRuns settled = RunSettler.settle(world.encode(world.inOrder()));
        long[] durations = new long[6];
        RunStitcher.stitch(
                settled, world.timing(), (device, status, start, end, polls) -> durations[device] += end - start);
        Map<Integer, TreeMap<Long, Status>> resolved = new TreeMap<>();
        world.polls().forEach(poll -> resolved.computeIfAbsent(poll.device(), d -> new TreeMap<>())
                .put(poll.second(), poll.status()));
        long[] held = new long[6];
        resolved.forEach((device, polls) ->
                polls.keySet().forEach(second -> held[device] += Reference.holds(polls, second, world.timing())));
        assertThat(durations).isEqualTo(held);
    }

    @Property(tries = TRIES)
    void hours_always_add_to_3600_and_follow_each_other(@ForAll World world) {
        List<Outcome.Hour> hours = Outcome.of(RunSettler.settle(world.encode(world.inOrder())), world.timing())
                .hours();
        assertThat(hours).allMatch(hour -> hour.sum_s() == 3600);
        for (int i = 1; i < hours.size(); i++) {
            boolean sameDevice = hours.get(i).device() == hours.get(i - 1).device();
            assertThat(!sameDevice || hours.get(i).start() == hours.get(i - 1).start() + 3600)
                    .isTrue();
        }
    }

    private static Runs settled(Iterable<Runs> pieces) {
        SettledRuns settled = RunSettler.settle(Worlds.together(pieces));
        assertThat(settled.tangles().isEmpty()).isTrue();
        return settled.runs();
    }

    private static List<List<Poll>> contiguous(List<Poll> polls, Random random) {
        List<List<Poll>> pieces = new ArrayList<>();
        int start = 0;
        while (start < polls.size()) {
            int end = Math.min(polls.size(), start + 1 + random.nextInt(20));
            pieces.add(polls.subList(start, end));
            start = end;
        }
        return pieces;
    }

    /** Polls dealt to encoders by chance; some encoders see theirs in order, some don't. */
    private static List<Runs> anyPieces(World world) {
        Random random = world.random();
        List<List<Poll>> pieces = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            pieces.add(new ArrayList<>());
        }
        world.inOrder().forEach(poll -> pieces.get(random.nextInt(10) < 6 ? 0 : random.nextInt(count))
                .add(poll));
        List<Runs> encoded = new ArrayList<>();
        for (List<Poll> piece : pieces) {
            int swaps = random.nextInt(4) == 0 ? piece.size() : random.nextInt(3);
            for (int i = 0; i < swaps && !piece.isEmpty(); i++) {
                Collections.swap(piece, random.nextInt(piece.size()), random.nextInt(piece.size()));
            }
            encoded.add(world.encode(piece));
        }
        Collections.shuffle(encoded, random);
        return encoded;
    }
}
