package io.chargelake.generate.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chargelake.generate.Seeds;
import io.chargelake.generate.vehicle.Lives.Lived;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class VehicleLifeTest {

    private static final long MERGE_GAP_S = 600;
    private static final int MERGE_SOC = 200;
    private static final long TRIP_STOP_S = 900;

    @Property(tries = 100)
    void everyRecordChangesTheSocByItsEnergy(@ForAll long seed, @ForAll @LongRange(max = 999) long index) {
        Lived lived = Lives.live(seed, index);
        double pointWh = lived.vehicle().capacityWh() / 10_000.0;

        assertThat(lived.drives()).allSatisfy(drive -> assertThat((drive.socStart() - drive.socEnd()) * pointWh)
                .isCloseTo(drive.energyWh(), within(1.01 * pointWh)));
        assertThat(lived.charges()).allSatisfy(charge -> {
            assertThat((charge.socEnd() - charge.socStart()) * pointWh)
                    .isCloseTo(charge.energyWh(), within(1.01 * pointWh));
            assertThat(charge.powerMeanW() * (charge.endS() - charge.startS()) / 3600.0)
                    .isCloseTo(charge.energyWh(), within((charge.endS() - charge.startS()) / 3600.0));
        });
    }

    @Property(tries = 100)
    void energyIsConservedOverALife(@ForAll long seed, @ForAll @LongRange(max = 999) long index) {
        Lived lived = Lives.live(seed, index);
        VehicleLife.Balance balance = lived.balance();

        assertThat(balance.chargedWh())
                .isEqualTo(
                        lived.charges().stream().mapToLong(ChargeRow::energyWh).sum());
        assertThat(balance.drivenWh())
                .isEqualTo(lived.drives().stream().mapToLong(DriveRow::energyWh).sum());
        assertThat(balance.parkedWh())
                .isBetween(0L, lived.vehicle().thirst().parkedW() * (Lives.TO_S - Lives.FROM_S) / 3600);
        LifeEvent last = lived.events().get(lived.events().size() - 1);
        assertThat(last.socEnd() * lived.vehicle().capacityWh() / 10_000.0)
                .isCloseTo(balance.endWh(), within(lived.vehicle().capacityWh() / 10_000.0));
    }

    @Property(tries = 100)
    void theOdometerContinuesAndNothingOverlaps(@ForAll long seed, @ForAll @LongRange(max = 999) long index) {
        Lived lived = Lives.live(seed, index);
        List<DriveRow> drives = lived.drives();

        for (int i = 1; i < drives.size(); i++) {
            assertThat(drives.get(i).odometerStartM())
                    .isEqualTo(drives.get(i - 1).odometerEndM());
        }
        assertThat(drives).allSatisfy(d -> assertThat(d.odometerEndM() - d.odometerStartM())
                .isEqualTo(d.distanceM()));
        List<RawRow<?>> rows = inOrder(lived);
        for (int i = 1; i < rows.size(); i++) {
            assertThat(rows.get(i).startS())
                    .isGreaterThanOrEqualTo(rows.get(i - 1).endS());
            assertThat(rows.get(i).socStart())
                    .isLessThanOrEqualTo(rows.get(i - 1).socEnd());
        }
    }

    @Property(tries = 100)
    void valuesStayWithinWhatQualityRulesAllow(@ForAll long seed, @ForAll @LongRange(max = 999) long index) {
        Lived lived = Lives.live(seed, index);

        assertThat(inOrder(lived)).allSatisfy(row -> {
            assertThat(row.startS()).isBetween(Lives.FROM_S, Lives.TO_S - 1);
            assertThat(row.endS()).isGreaterThan(row.startS());
            assertThat(row.socStart()).isBetween(0, 10_000);
            assertThat(row.socEnd()).isBetween(0, 10_000);
        });
        assertThat(lived.drives()).allSatisfy(drive -> {
            assertThat(drive.energyWh() * 1000.0 / drive.distanceM()).isBetween(100.0, 1000.0);
            assertThat(drive.distanceM() * 3.6 / (drive.endS() - drive.startS()))
                    .isBetween(5.0, 150.0);
        });
        assertThat(lived.charges()).allSatisfy(charge -> {
            assertThat(charge.energyWh()).isPositive();
            assertThat(charge.powerMaxW()).isBetween(charge.powerMeanW(), maxW(lived, charge));
        });
    }

    @Property(tries = 100)
    void fragmentsOfASessionMergeAndDifferentSessionsDoNot(
            @ForAll long seed, @ForAll @LongRange(max = 999) long index) {
        Lived lived = Lives.live(seed, index);

        lived.events().stream()
                .filter(TrueSession.class::isInstance)
                .map(TrueSession.class::cast)
                .forEach(session -> {
                    for (int i = 1; i < session.charges().size(); i++) {
                        assertThat(merge(
                                        session.charges().get(i - 1),
                                        session.charges().get(i)))
                                .isTrue();
                    }
                });
        neighbours(lived.events(), TrueSession.class).forEach(pair -> assertThat(
                        merge(pair.get(0).last(), pair.get(1).first()))
                .isFalse());
    }

    @Property(tries = 100)
    void drivesOfATripMergeAndDifferentTripsDoNot(@ForAll long seed, @ForAll @LongRange(max = 999) long index) {
        Lived lived = Lives.live(seed, index);

        lived.events().stream()
                .filter(TrueTrip.class::isInstance)
                .map(TrueTrip.class::cast)
                .forEach(trip -> {
                    for (int i = 1; i < trip.drives().size(); i++) {
                        assertThat(trip.drives().get(i).startS()
                                        - trip.drives().get(i - 1).endS())
                                .isBetween(1L, TRIP_STOP_S);
                    }
                });
        neighbours(lived.events(), TrueTrip.class)
                .forEach(pair ->
                        assertThat(pair.get(1).startS() - pair.get(0).endS()).isGreaterThan(TRIP_STOP_S));
    }

    @Test
    void aLifeIsTheSameWhetherAskedForAtOnceOrByTheDay() {
        Seeds seeds = Seeds.of(5);
        VehicleProfile vehicle = new VehicleFactory(seeds, Lives.MODELS).at(3);
        VehicleLife byDay = new VehicleLife(seeds, vehicle, Lives.FROM_S, Lives.TO_S);
        List<LifeEvent> events = new ArrayList<>();
        for (long s = Lives.FROM_S; s <= Lives.TO_S; s += 86_400) {
            events.addAll(byDay.advance(s));
        }

        assertThat(events).isEqualTo(Lives.live(5, 3).events());
        assertThat(events).isNotEqualTo(Lives.live(6, 3).events());
    }

    @Test
    void twoHundredLivesHoldEveryKindOfDay() {
        List<Lived> lives = Stream.iterate(0L, i -> i + 1)
                .limit(200)
                .map(i -> Lives.live(1, i))
                .toList();

        assertThat(lives.stream().flatMap(l -> l.charges().stream()).map(ChargeRow::powerType))
                .contains("AC", "DC");
        assertThat(sessions(lives).map(TrueSession::place)).contains(Place.values());
        assertThat(sessions(lives).map(s -> s.charges().size())).contains(1, 2, 3, 4);
        assertThat(lives.stream().flatMap(l -> neighbours(l.events(), TrueSession.class)))
                .isNotEmpty();
        assertThat(lives.stream().map(l -> l.vehicle().usage())).contains(Usage.values());
        assertThat(lives.stream().mapToInt(l -> l.drives().size()).sum() / 200 / 90)
                .isBetween(2, 8);
    }

    private static Stream<TrueSession> sessions(List<Lived> lives) {
        return lives.stream()
                .flatMap(l -> l.events().stream())
                .filter(TrueSession.class::isInstance)
                .map(TrueSession.class::cast);
    }

    private static long maxW(Lived lived, ChargeRow charge) {
        VehicleModel model = lived.vehicle().model();
        return charge.powerType().equals("AC") ? model.acW() : model.dcW();
    }

    private static boolean merge(ChargeRow first, ChargeRow second) {
        return second.startS() - first.endS() <= MERGE_GAP_S
                && Math.abs(second.socStart() - first.socEnd()) <= MERGE_SOC;
    }

    /** Events of a kind that follow each other with nothing in between. */
    private static <T extends LifeEvent> Stream<List<T>> neighbours(List<LifeEvent> events, Class<T> kind) {
        return Stream.iterate(1, i -> i < events.size(), i -> i + 1)
                .filter(i -> kind.isInstance(events.get(i - 1)) && kind.isInstance(events.get(i)))
                .map(i -> List.of(kind.cast(events.get(i - 1)), kind.cast(events.get(i))));
    }

    private static List<RawRow<?>> inOrder(Lived lived) {
        List<RawRow<?>> rows = new ArrayList<>(lived.drives());
        rows.addAll(lived.charges());
        rows.sort(Comparator.<RawRow<?>>comparingLong(RawRow::startS).thenComparingLong(RawRow::endS));
        return rows;
    }
}
