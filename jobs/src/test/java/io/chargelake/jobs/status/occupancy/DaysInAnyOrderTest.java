package io.chargelake.jobs.status.occupancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargelake.jobs.status.occupancy.MemoryTables.Poll;
import io.chargelake.status.PollTiming;
import io.chargelake.status.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The law behind every rerun and backfill: days computed alone, in any order, give what one run over all days gives. */
class DaysInAnyOrderTest {
    private static final int FIRST_DAY = 20_000;
    private static final int DAYS = 9;
    private static final int HOUR_S = 3600;
    private static final int DAY_S = 24 * HOUR_S;

    /** Found once in thousands of tries: a device silent on all days around those computed. */
    @Example
    void a_device_silent_for_long_keeps_its_hours() {
        days_in_any_order_give_the_tables_of_one_run(-6780634784172921386L);
        polls_that_come_later_change_what_one_run_over_all_would(6966);
    }

    @Property(tries = 300)
    void days_in_any_order_give_the_tables_of_one_run(@ForAll long seed) {
        Random random = new Random(seed);
        PollTiming timing = timing(random);
        List<Poll> polls = polls(random);
        MemoryTables dayByDay = new MemoryTables(timing);
        for (int[] range : ranges(random)) {
            dayByDay.compute(polls, FIRST_DAY + range[0], FIRST_DAY + range[1]);
        }
        assertThat(dayByDay.rows()).isEqualTo(atOnce(polls, timing).rows());
    }

    @Property(tries = 300)
    void polls_that_come_later_change_what_one_run_over_all_would(@ForAll long seed) {
        Random random = new Random(seed);
        PollTiming timing = timing(random);
        List<Poll> polls = polls(random);
        MemoryTables tables = new MemoryTables(timing);
        List<Poll> known = new ArrayList<>();
        List<Integer> days = days(random);
        for (int day : days) {
            List<Poll> ofDay = polls.stream()
                    .filter(p -> Scope.dayOf(p.second()) == FIRST_DAY + day)
                    .toList();
            List<Poll> late = ofDay.stream().filter(p -> random.nextInt(4) == 0).toList();
            List<Poll> onTime = new ArrayList<>(ofDay);
            onTime.removeAll(late);
            known.addAll(onTime);
            tables.compute(known, FIRST_DAY + day, FIRST_DAY + day + 1);
            known.addAll(late);
        }
        Collections.shuffle(days, random);
        for (int day : days) {
            tables.compute(known, FIRST_DAY + day, FIRST_DAY + day + 1);
        }
        assertThat(tables.rows()).isEqualTo(atOnce(polls, timing).rows());
    }

    @Property(tries = 100)
    void a_day_computed_again_changes_nothing(@ForAll long seed) {
        Random random = new Random(seed);
        PollTiming timing = timing(random);
        List<Poll> polls = polls(random);
        MemoryTables tables = atOnce(polls, timing);
        List<String> before = tables.rows();
        for (int[] range : ranges(random)) {
            tables.compute(polls, FIRST_DAY + range[0], FIRST_DAY + range[1]);
            assertThat(tables.rows()).isEqualTo(before);
        }
    }

    private static MemoryTables atOnce(List<Poll> polls, PollTiming timing) {
        MemoryTables tables = new MemoryTables(timing);
        tables.compute(polls, FIRST_DAY, FIRST_DAY + DAYS);
        return tables;
    }

    private static PollTiming timing(Random random) {
        int[] gaps = {2 * HOUR_S, 3 * HOUR_S, 12 * HOUR_S, 30 * HOUR_S};
        return new PollTiming(2 * HOUR_S, gaps[random.nextInt(gaps.length)]);
    }

    /** Every day once, some twice, in ranges of up to three days. */
    private static List<int[]> ranges(Random random) {
        List<int[]> ranges = new ArrayList<>();
        for (int day = 0; day < DAYS; ) {
            int end = Math.min(DAYS, day + 1 + random.nextInt(3));
            ranges.add(new int[] {day, end});
            day = random.nextInt(5) == 0 ? day + 1 : end;
        }
        Collections.shuffle(ranges, random);
        return ranges;
    }

    private static List<Integer> days(Random random) {
        List<Integer> days = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            days.add(day);
        }
        Collections.shuffle(days, random);
        return days;
    }

    /** Devices of every kind: often changing, never changing, silent for hours or days, appearing late. */
    private static List<Poll> polls(Random random) {
        List<Poll> polls = new ArrayList<>();
        for (int device = 0; device < 4; device++) {
            int changes = new int[] {0, 3, 30}[random.nextInt(3)];
            int silences = new int[] {0, 2, 10}[random.nextInt(3)];
            Status status = any(random);
            int from = random.nextInt(3) == 0 ? random.nextInt(DAYS * DAY_S) : 0;
            for (int second = from; second < DAYS * DAY_S; second += HOUR_S + random.nextInt(HOUR_S)) {
                status = random.nextInt(100) < changes ? any(random) : status;
                polls.add(new Poll(device, (long) FIRST_DAY * DAY_S + second, status));
                second += random.nextInt(100) < silences ? random.nextInt(4 * DAY_S) : 0;
            }
        }
        return polls;
    }

    private static Status any(Random random) {
        Status[] often = {Status.AVAILABLE, Status.CHARGING, Status.OUTOFORDER, Status.RESERVED, Status.UNKNOWN};
        return often[random.nextInt(often.length)];
    }
}
