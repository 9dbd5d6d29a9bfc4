package io.chargelake.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Records as lines: id (d a drive, c a charge), minutes from and to, state of charge from and to, km of a drive, kWh. */
class SessionBuilderTest {
    private static final long MINUTE = 60 * Micro.ONE;
    private static final Span PERIOD = new Span(-10_000 * MINUTE, 10_000 * MINUTE);

    @Test
    void chargesNearEachOtherAreOneSessionBetweenTheTripsAroundIt() {
        Collected made = made(
                """
                d1 0   30  80 70 40 8
                c1 40  60  70 75  - 4
                c2 70  90  77 90  - 9
                d2 100 130 90 80 40 8
                d3 145 160 80 78 10 2
                """);
        assertThat(made.sessions).singleElement().satisfies(session -> {
            assertThat(session.id()).isEqualTo("c1");
            assertThat(session.charged().energy()).isEqualTo(13 * Micro.ONE);
            assertThat(session.charged().time()).isEqualTo(40 * MINUTE);
            assertThat(session.charged().powerMean_kw()).isEqualTo(19.5);
            assertThat(session.charges()).isEqualTo(2);
            assertThat(session.isComplete()).isTrue();
        });
        assertThat(made.trips)
                .extracting(Trip::id, Trip::drives)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("d1", 1), org.assertj.core.api.Assertions.tuple("d2", 2));
    }

    @Test
    void aLongGapAJumpOfTheStateOfChargeAndADriveEachPartSessions() {
        assertThat(made("c1 0 10 50 52 - 1\nc2 21 30 52 54 - 1").sessions).hasSize(2);
        assertThat(made("c1 0 10 50 52 - 1\nc2 20 30 54.1 56 - 1").sessions).hasSize(2);
        assertThat(made("c1 0 10 50 52 - 1\nd1 12 13 52 52 1 0\nc2 15 30 52 54 - 1").sessions)
                .hasSize(2);
        assertThat(made("c1 0 10 50 52 - 1\nc2 20 30 54 56 - 1").sessions).hasSize(1);
    }

    @Test
    void aLongStopAndAChargeEachPartTrips() {
        assertThat(made("d1 0 10 50 48 9 2\nd2 26 30 48 46 9 2").trips).hasSize(2);
        assertThat(made("d1 0 10 50 48 9 2\nc1 11 12 48 49 - 1\nd2 13 30 49 46 9 2").trips)
                .hasSize(2);
        assertThat(made("d1 0 10 50 48 9 2\nd2 25 30 48 46 9 2").trips).hasSize(1);
    }

    @Test
    void flagsSayWhyASessionIsNotComplete() {
        assertThat(flags("c1 0 30 50 60 - 5")).containsExactly("no_trip_before", "no_trip_after");
        assertThat(flags("d1 -60 -20 70 60 9 2\nc1 0 30 50 60 - 0\nd2 40 50 66 60 9 2"))
                .containsExactly("soc_jump_before", "soc_jump_after", "no_energy");
        assertThat(flags("d1 -60 -20 70 60 9 2\nc1 0 30 55 60 - 3\nd2 40 50 65 60 9 2"))
                .isEmpty();
        assertThat(flags("d1 -60 -20 70 60 9 2\nc1 0 30 60 66 - 3\nc0 10 20 61 62 - 1\nd2 40 50 66 60 9 2"))
                .containsExactly("overlap");
    }

    @Test
    void whatTouchesThePeriodIsCut() {
        Span period = new Span(-10 * MINUTE, 41 * MINUTE);
        assertThat(Flag.codes(Collected.of(events("c1 0 30 50 60 - 5"), period)
                        .sessions
                        .get(0)
                        .flags()))
                .containsExactly("no_trip_before", "no_trip_after", "cut_start");
        Span later = new Span(-11 * MINUTE, 40 * MINUTE);
        assertThat(Flag.codes(Collected.of(events("c1 0 30 50 60 - 5"), later)
                        .sessions
                        .get(0)
                        .flags()))
                .containsExactly("no_trip_before", "no_trip_after", "cut_end");
    }

    @Test
    void theLongerOfTwoRecordsStaysAndOfEqualOnesTheFirst() {
        assertThat(made("d1 0 30 80 70 9 2\nc1 10 20 70 71 - 1").refused)
                .extracting(Event::id)
                .containsExactly("c1");
        assertThat(made("d1 0 30 80 70 9 2\nc1 10 50 70 71 - 1").refused)
                .extracting(Event::id)
                .containsExactly("d1");
        assertThat(made("d2 0 30 80 70 9 2\nd1 0 30 80 70 9 2").refused)
                .extracting(Event::id)
                .containsExactly("d2");
        assertThat(made("d1 30 0 80 70 9 2").refused).hasSize(1);
    }

    @Test
    void aTripFlagsTheChargeThatNobodyRecorded() {
        Collected made = made("d1 0 30 60 50 9 2\nd2 300 330 53 50 9 2\nd3 900 930 90 80 9 2");
        assertThat(made.trips)
                .extracting(trip -> Flag.codes(trip.flags()))
                .containsExactly(List.of(), List.of("soc_rise_before"), List.of("soc_jump_before", "soc_rise_before"));
    }

    @Test
    void aCycleLastsUntilTheNextSessionAndCountsWhatWasLostStanding() {
        Collected made = made(
                """
                d0 -60 -30 70 60 40 8
                c1 0   60  60 90  - 20
                d1 90  120 89 80 50 10
                d2 200 230 78 70 50 10
                c2 300 330 69 80  - 6
                """);
        assertThat(made.cycles).hasSize(2);
        Cycle first = made.cycles.get(0);
        assertThat(first.span()).isEqualTo(new Span(0, 300 * MINUTE));
        assertThat(first.energyIn()).isEqualTo(20 * Micro.ONE);
        assertThat(first.driven()).isEqualTo(new Cycle.Driven(20 * Micro.ONE, 100 * Micro.ONE, 2));
        assertThat(first.driven().kwhPer100Km()).isEqualTo(20.0);
        assertThat(first.parked()).isEqualTo(new Cycle.Parked(4 * Micro.ONE, 180 * MINUTE));
        assertThat(first.closed()).isTrue();
        assertThat(made.cycles.get(1).closed()).isFalse();
    }

    @Test
    void whatIsNotKnownStaysUnknown() {
        Collected made = made("c1 0 10 - - - -\nc2 15 30 52 54 - 1");
        assertThat(made.sessions).singleElement().satisfies(session -> {
            assertThat(session.charged().energy()).isEqualTo(Micro.UNKNOWN);
            assertThat(session.charged().powerMean_kw()).isNaN();
            assertThat(Flag.codes(session.flags())).contains("no_energy");
        });
    }

    private static List<String> flags(String lines) {
        return Flag.codes(made(lines).sessions.get(0).flags());
    }

    private static Collected made(String lines) {
        return Collected.of(events(lines), PERIOD);
    }

    private static List<Event> events(String lines) {
        return lines.lines().map(line -> event(line.strip().split(" +"))).toList();
    }

    private static Event event(String[] cells) {
        Span span = new Span(Long.parseLong(cells[1]) * MINUTE, Long.parseLong(cells[2]) * MINUTE);
        long[] amounts = Arrays.stream(cells, 3, 7)
                .mapToLong(cell -> cell.equals("-") ? Micro.UNKNOWN : Micro.of(Double.parseDouble(cell)))
                .toArray();
        Soc soc = new Soc(amounts[0], amounts[1]);
        return cells[0].startsWith("d")
                ? new Drive(cells[0], span, soc, amounts[2], amounts[3])
                : new Charge(cells[0], span, soc, amounts[3], 11 * Micro.ONE, false, Charge.Site.UNKNOWN);
    }
}
