package io.chargelake.jobs.dashboard.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chargelake.energy.Plan;
import io.chargelake.energy.SiteCase;
import io.chargelake.energy.replay.Outcome;
import io.chargelake.energy.replay.Replay;
import io.chargelake.energy.replay.Schedule;
import io.chargelake.energy.strategy.Tapered;
import io.chargelake.jobs.dashboard.pages.Answer;
import io.chargelake.jobs.dashboard.pages.Parameters;
import io.chargelake.jobs.dashboard.pages.Sheet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The live fleet's figures are those of an independent replay of its plans. */
class FleetAnswerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "uncontrolled",
                "load-balancing",
                "peak-shaving",
                "valley-filling",
                "price-optimisation",
                "grid-support",
                "renewable-integration"
            })
    void sumsAgreeWithAReplay(String strategy) {
        Parameters asked =
                asked("vehicles=400&v2g=0.5&solar_kw=300&profile=office&compare=uncontrolled&strategy=" + strategy);
        Answer answer = FleetAnswer.of(asked);
        FleetDay day = FleetDay.of(FleetRequest.of(asked));
        Outcome outcome = replayed(InParts.plan(FleetRequest.STRATEGIES.get(strategy), day.site()));
        assertThat(outcome.breaches()).isEmpty();
        double hours = day.site().horizon().slotHours();
        double energy = 0;
        for (Object[] row : sheet(answer, "load").rows()) {
            energy += hours * (real(row[4]) - real(row[2]) + real(row[6]));
        }
        assertThat(energy).isCloseTo(outcome.energy().drawn() - outcome.energy().given(), within(1e-6));
        Map<String, Object[]> kpis = kpis(answer);
        assertThat(real(kpis.get("cost")[3])).isCloseTo(outcome.bill().total(), within(1e-5));
        assertThat(real(kpis.get("peak")[3])).isCloseTo(outcome.load().peakKw(), within(1e-5));
        assertThat(real(kpis.get("unmet")[3])).isCloseTo(outcome.service().unmetKwh(), within(1e-5));
        assertThat(real(kpis.get("breaches")[3])).isZero();
        assertThat(real(kpis.get("saving")[3]))
                .isCloseTo(real(kpis.get("cost_uncontrolled")[3]) - real(kpis.get("cost")[3]), within(1e-5));
        assertThat(real(kpis.get("saving")[2]))
                .as("uncontrolled saves nothing against itself")
                .isCloseTo(0, within(1e-5));
    }

    @Test
    void theSameRequestIsTheSameAnswer() {
        Parameters asked = asked("vehicles=120&seed=3&v2g=0.3");
        assertThat(text(FleetAnswer.of(asked))).isEqualTo(text(FleetAnswer.of(asked)));
        assertThat(text(FleetAnswer.of(asked("vehicles=120&seed=4&v2g=0.3"))))
                .isNotEqualTo(text(FleetAnswer.of(asked)));
    }

    @ParameterizedTest
    @CsvSource({"residential", "office", "commercial", "motorway"})
    void everyVehiclesDayAddsUp(String profile) {
        Answer answer = FleetAnswer.of(asked("vehicles=150&v2g=0.4&strategy=price-optimisation&profile=" + profile));
        List<Object[]> chargers = sheet(answer, "chargers").rows();
        for (int slot = 0; slot < 96; slot++) {
            int at = slot;
            long charging = sheet(answer, "v2g").rows().stream()
                    .filter(row -> ((String) row[4]).charAt(at) == 'c')
                    .count();
            assertThat((int) chargers.get(slot)[1]).isGreaterThanOrEqualTo((int) charging);
        }
        for (Object[] row : sheet(answer, "v2g").rows()) {
            assertThat((String) row[4]).hasSize(96).matches("[cdia]+");
            for (Object soc : (List<?>) row[6]) {
                assertThat(soc == null || (double) soc >= 0 && (double) soc <= 90.1)
                        .isTrue();
            }
        }
    }

    /** What vehicles that are planned in parts cost more than all together: less than a hundredth here, and no limit is broken. */
    @ParameterizedTest
    @CsvSource({"price-optimisation", "peak-shaving", "grid-support"})
    void partsCostLittle(String strategy) {
        SiteCase site = FleetDay.of(FleetRequest.of(asked("vehicles=400&v2g=1&solar_kw=200")))
                .site();
        Plan parted = InParts.plan(FleetRequest.STRATEGIES.get(strategy), site);
        Plan whole = Tapered.plan(FleetRequest.STRATEGIES.get(strategy), site);
        assertThat(parted.site().count()).isGreaterThan(2 * InParts.MOST_GIVING);
        Outcome ofParts = replayed(parted);
        assertThat(ofParts.breaches()).isEmpty();
        assertThat(ofParts.bill().total())
                .isCloseTo(
                        replayed(whole).bill().total(),
                        within(0.01 * replayed(whole).bill().total()));
        assertThat(parted.proof().gap()).as("nothing is claimed of it").isNaN();
    }

    @Test
    void aSiteWithoutRoomIsNoFault() {
        Answer answer = FleetAnswer.of(asked("vehicles=60&site_kw=0&solar_kw=20000&v2g=1&strategy=peak-shaving"));
        assertThat(kpis(answer)).containsKey("unmet");
        assertThat(sheet(answer, "load").rows()).hasSize(96);
    }

    private static Outcome replayed(Plan plan) {
        SiteCase site = plan.site();
        List<Schedule> schedules = IntStream.range(0, site.count())
                .mapToObj(stay -> new Schedule(site.stay(stay), plan.powerKw(stay)))
                .toList();
        return Replay.of(site.site(), site.horizon(), site.prices(), site.wear(), schedules);
    }

    private static Parameters asked(String query) {
        Map<String, List<String>> given = new HashMap<>();
        for (String pair : query.split("&")) {
            given.put(pair.split("=")[0], List.of(pair.split("=")[1]));
        }
        return Parameters.of(given, FleetRequest.PARAMETERS);
    }

    private static Sheet sheet(Answer answer, String name) {
        return answer.sheets().stream()
                .filter(sheet -> sheet.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object[]> kpis(Answer answer) {
        Map<String, Object[]> kpis = new HashMap<>();
        sheet(answer, "kpis").rows().forEach(row -> kpis.put((String) row[0], row));
        return kpis;
    }

    private static String text(Answer answer) {
        StringBuilder text = new StringBuilder();
        answer.sheets().forEach(sheet -> sheet.rows()
                .forEach(row -> text.append(List.of(sheet.name(), java.util.Arrays.toString(row)))));
        return text.toString();
    }

    private static double real(Object number) {
        return ((Number) number).doubleValue();
    }
}
