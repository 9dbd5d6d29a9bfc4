package io.chargelake.status;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.domains.DomainContextBase;

/** Small worlds in which everything happens often: long runs and short, gaps, duplicates, conflicts, silent devices. */
class Worlds extends DomainContextBase {
    record World(PollTiming timing, List<Poll> polls, long seed) {
        Random random() {
            return new Random(seed);
        }

        /** By time; the order within a second is left to chance. */
        List<Poll> inOrder() {
            List<Poll> sorted = shuffled();
            sorted.sort(Comparator.comparingLong(Poll::second));
            return sorted;
        }

        List<Poll> shuffled() {
            List<Poll> shuffled = new ArrayList<>(polls);
            Collections.shuffle(shuffled, random());
            return shuffled;
        }

        Runs encode(List<Poll> piece) {
            return Worlds.encode(piece, timing);
        }

        Outcome expected() {
            return Reference.of(polls, timing);
        }
    }

    static Runs encode(List<Poll> polls, PollTiming timing) {
        RunEncoder encoder = new RunEncoder(timing);
        polls.forEach(
                poll -> encoder.add(poll.device(), poll.second(), poll.status().code()));
        return encoder.take();
    }

    static Runs together(Iterable<Runs> pieces) {
        Runs all = new Runs();
        pieces.forEach(all::addAll);
        return all;
    }

    static Runs asRuns(List<Poll> polls) {
        Runs runs = new Runs();
        polls.forEach(
                poll -> runs.addPoll(poll.device(), poll.second(), poll.status().code()));
        return runs;
    }

    /**
     * Length, timing and densities are drawn and shrink; the polls follow from a seed. Edge cases are left out: they
     * would make every third world empty.
     */
    @Provide
    Arbitrary<World> worlds() {
        Arbitrary<PollTiming> timings = Combinators.combine(
                        Arbitraries.of(1, 7, 600),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(0, 3))
                .as((scale, interval, more) -> new PollTiming(interval * scale, (interval + more) * scale));
        Arbitrary<Integer> lengths =
                Arbitraries.integers().between(0, 90).withDistribution(RandomDistribution.uniform());
        Arbitrary<Integer> density = Arbitraries.of(30, 80, 97);
        Arbitrary<Integer> change = Arbitraries.of(3, 10, 40);
        Arbitrary<Long> seeds = Arbitraries.longs().withDistribution(RandomDistribution.uniform());
        return Combinators.combine(timings, lengths, density, change, seeds)
                .as((timing, length, polled, changes, seed) ->
                        new World(timing, polls(timing, length, polled, changes, new Random(seed)), seed))
                .withoutEdgeCases();
    }

    /** Devices polled tick by tick, each poll with given chances (percent); some twice, with another status or not. */
    private static List<Poll> polls(PollTiming timing, int length, int polled, int changes, Random random) {
        int tick_s = Math.max(1, timing.pollInterval_s() / 3);
        List<Poll> polls = new ArrayList<>();
        for (int device : new int[] {0, 1, 5}) {
            Status status = Status.AVAILABLE;
            for (int tick = 0; tick < length; tick++) {
                status = random.nextInt(100) < changes ? anyStatus(random) : status;
                long second = (long) tick * tick_s + random.nextInt(Math.max(1, tick_s / 10));
                if (random.nextInt(100) < polled) {
                    polls.add(new Poll(device, second, status));
                }
                int again = random.nextInt(100);
                if (again < 6) {
                    polls.add(new Poll(device, second, again < 3 ? status : anyStatus(random)));
                }
                tick += random.nextInt(100) == 0 ? 20 : 0;
            }
        }
        return polls;
    }

    private static Status anyStatus(Random random) {
        Status[] all = Status.values();
        int draw = random.nextInt(2 * all.length);
        return draw < all.length ? all[draw] : draw % 2 == 0 ? Status.AVAILABLE : Status.CHARGING;
    }
}
