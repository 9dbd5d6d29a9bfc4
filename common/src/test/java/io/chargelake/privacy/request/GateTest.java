package io.chargelake.privacy.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

    @ParameterizedTest
    @ValueSource(strings = {"day", "hour", "weekday", "month", "year", "vehicle_type", "day|vehicle_type", ""})
    void timeLabelsAndCategoriesPassAsDimensions(String dimensions) {
        assertThat(admit(Asked.usual().dimensions(dimensions)).figures()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    vehicle_id           ; id_column           ; vehicle_id
                    client_id            ; id_column           ; client_id
                    start_time           ; precise_time        ; hour, day, weekday, month, year
                    latitude             ; precise_place       ; allowed:
                    remark               ; free_text           ; allowed:
                    operator_name        ; operator_column     ; allowed:
                    charges              ; not_listed          ; allowed:
                    energy_kwh           ; not_a_dimension     ; allowed:
                    complete             ; not_a_dimension     ; allowed:
                    vehicletype          ; unknown_column      ; did you mean vehicle_type?
                    minute               ; unknown_column      ; allowed: hour, day
                    bananas              ; unknown_column      ; allowed: hour, day
                    city|hour            ; too_many_cells      ; about 120000 cells
                    city|day             ; too_many_cells      ; about 155000 cells
                    day|hour|year|month  ; too_many_dimensions ; at most 3
                    """)
    void otherDimensionsAreRefusedWithColumnAndRule(String dimensions, String rule, String words) {
        assertThat(refusal(Asked.usual().dimensions(dimensions), rule))
                .contains(words)
                .contains("dimensions")
                .doesNotContain("\n");
    }

    @Test
    void aFilterThatNamesValuesMakesFewerCells() {
        admit(Asked.usual().dimensions("city|day").filters("city in [Berlin, Rabat]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sum(energy_kwh)",
                "sum(energy_kwh) rounded to 10.0",
                "sum(energy_kwh) rounded to 25",
                "mean(energy_kwh)|p10(energy_kwh)|p50(energy_kwh)|p90(energy_kwh)",
                "count(records)|sum(energy_kwh)|mean(distance_km)",
                "share(complete)|mean(energy_kwh)",
                "share(complete)|sum(energy_kwh)|mean(distance_km)"
            })
    void listedStatisticsPass(String measures) {
        assertThat(admit(Asked.usual().measures(measures)).figures()).hasSize(measures.split("\\|").length);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    min(energy_kwh)                                 ; extreme_value        ; p10, p50, p90
                    max(energy_kwh)                                 ; extreme_value        ; max(energy_kwh)
                    first(energy_kwh)                               ; extreme_value        ; first(energy_kwh)
                    p0(energy_kwh)                                  ; extreme_value        ; p0(energy_kwh)
                    p99(energy_kwh)                                 ; extreme_value        ; p99(energy_kwh)
                    p100(energy_kwh)                                ; extreme_value        ; p100(energy_kwh)
                    count(vehicles)                                 ; contributor_count    ; ask for count(records)
                    count(users)                                    ; contributor_count    ; count(users)
                    count(vehicle_id)                               ; contributor_count    ; count(vehicle_id)
                    count(distinct vehicle_id)                      ; contributor_count    ; count(distinct vehicle_id)
                    count_distinct(vehicle_id)                      ; contributor_count    ; count_distinct(vehicle_id)
                    share(vehicles)                                 ; contributor_count    ; share(vehicles)
                    share(vehicle_id)                               ; contributor_count    ; share(vehicle_id)
                    share(complete)|count(records)                  ; count_from_share     ; share_complete
                    share(complete)|sum(energy_kwh)|mean(energy_kwh); count_from_share     ; share_complete
                    median(energy_kwh)                              ; unknown_statistic    ; mean
                    collect(energy_kwh)                             ; unknown_statistic    ; sum, mean, p10
                    sum(energy)                                     ; unknown_column       ; did you mean energy_kwh?
                    sum(vehicle_id)                                 ; id_column            ; sum(vehicle_id)
                    mean(latitude)                                  ; precise_place        ; mean(latitude)
                    mean(start_time)                                ; precise_time         ; mean(start_time)
                    mean(remark)                                    ; free_text            ; mean(remark)
                    sum(charges)                                    ; not_listed           ; sum(charges)
                    sum(soc_start)                                  ; statistic_not_listed ; allowed of soc_start: mean
                    sum(vehicle_type)                               ; statistic_not_listed ; allowed of vehicle_type: none
                    mean(complete)                                  ; statistic_not_listed ; allowed of complete: share
                    share(energy_kwh)                               ; statistic_not_listed ; sum, mean, p10, p50, p90, value
                    sum(energy_kwh) rounded to 1                    ; rounding_too_fine    ; allowed: 10 or more
                    mean(energy_kwh) rounded to 0.01                ; rounding_too_fine    ; allowed: 0.1 or more
                    value(energy_kwh)                               ; single_records       ; value_energy_kwh
                    """)
    void otherMeasuresAreRefusedWithTheRule(String measures, String rule, String words) {
        assertThat(refusal(Asked.usual().measures(measures), rule)).contains(words);
    }

    @Test
    void recordsAreNotCountedWhereTheirNumberTellsThatOfTheContributors() {
        Request request = Asked.usual()
                .dimensions("day")
                .measures("count(records)")
                .of("occupancy_hourly", Asked.MARCH, Asked.TERMS);
        assertThatThrownBy(() -> Asked.gate().admit(request, Asked.TODAY)).hasMessageContaining("contributor_count");
    }

    @Test
    void moreMeasuresThanTheLimitAreRefused() {
        var gate = new Gate(List.of(Asked.SESSIONS), new Limits(3, 1, 1000));
        Request two = Asked.usual()
                .dimensions("day")
                .measures("sum(energy_kwh)|sum(distance_km)")
                .request();
        assertThatThrownBy(() -> gate.admit(two, Asked.TODAY))
                .hasMessageContaining("too_many_measures")
                .hasMessageContaining("2 asked for, allowed: at most 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vehicle_type in [van, truck]",
                "vehicle_type = van",
                "complete = true",
                "complete=false",
                "distance_km >= 100",
                "distance_km >= 100.0",
                "distance_km >= 100|distance_km < 200"
            })
    void listedFiltersPass(String filters) {
        assertThat(admit(Asked.usual().filters(filters)).request().question().filters())
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    vehicle_id = V-0815              ; single_contributor ; vehicle_id
                    vehicle_id in [V-0815, V-0816]   ; single_contributor ; vehicle_id
                    vehicle_id != V-0815             ; single_contributor ; vehicle_id
                    client_id = V-0815               ; single_contributor ; client_id
                    start_time >= 2026-03-01         ; precise_time       ; start_time
                    latitude >= 52                   ; precise_place      ; latitude
                    remark = V-0815                  ; free_text          ; remark
                    operator_name = V-0815           ; operator_column    ; operator_name
                    charges >= 3                     ; not_listed         ; allowed: vehicle_type, city, complete, distance_km
                    energy_kwh >= 10                 ; not_a_filter       ; energy_kwh
                    vehicle_type != van              ; filter_operator    ; allowed: in, =
                    distance_km = 100                ; filter_operator    ; allowed: >=, <
                    distance_km > 100                ; filter_operator    ; allowed: >=, <
                    complete in [true, false]        ; filter_operator    ; allowed: =
                    distance_km >= 137               ; filter_threshold   ; multiples of 10 up to 1000
                    distance_km >= 100.5             ; filter_threshold   ; multiples of 10 up to 1000
                    distance_km >= 1010              ; filter_threshold   ; multiples of 10 up to 1000
                    distance_km < 0                  ; filter_threshold   ; multiples of 10 up to 1000
                    distance_km >= -10               ; filter_threshold   ; multiples of 10 up to 1000
                    distance_km >= far               ; filter_value       ; a number such as 100
                    distance_km >= 1e999999999       ; filter_value       ; a number such as 100
                    complete = perhaps               ; filter_value       ; true, false
                    distance >= 100                  ; unknown_column     ; did you mean distance_km?
                    """)
    void otherFiltersAreRefusedWithoutRepeatingWhomTheyAskFor(String filter, String rule, String words) {
        assertThat(refusal(Asked.usual().filters(filter), rule)).contains(words).doesNotContain("V-0815");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    2026-06-01, passes
                    2026-12-31, passes
                    2027-01-01, request_expired
                    """)
    void aRequestIsAnsweredUntilTheDayItExpires(LocalDate today, String outcome) {
        var terms = new Terms("Partner", "Research", LocalDate.of(2026, 12, 31), 30);
        Request request = Asked.usual().of("charge_session", Asked.MARCH, terms);
        assertThat(outcome(request, today)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    2026-05-31, passes
                    2026-06-01, passes
                    2026-06-02, period_open
                    """)
    void aPeriodIsAnsweredOnceItsLastDayIsOver(LocalDate to, String outcome) {
        var period = new Period(LocalDate.of(2026, 5, 1), to);
        Request request = Asked.usual().of("charge_session", period, Asked.TERMS);
        assertThat(outcome(request, Asked.TODAY)).isEqualTo(outcome);
    }

    @Test
    void aTableThatLetsNothingOutIsNamedWithThoseThatDo() {
        Request request = Asked.usual().of("charge_sesion", Asked.MARCH, Asked.TERMS);
        assertThatThrownBy(() -> Asked.gate().admit(request, Asked.TODAY))
                .hasMessage(
                        "Cannot extract energy-by-day: charge_sesion is refused by rule unknown_table: the table lets nothing out,"
                                + " or there is none of this name (did you mean charge_session? allowed: charge_session, occupancy_hourly;"
                                + " change table)");
    }

    @Test
    void everythingThatIsWrongIsCountedAndTheFirstIsTold() {
        Request request = Asked.usual()
                .dimensions("vehicle_id")
                .measures("max(energy_kwh)")
                .filters("client_id = x")
                .request();
        var refused =
                catchThrowableOfType(RefusedRequest.class, () -> Asked.gate().admit(request, Asked.TODAY));
        assertThat(refused.refusals())
                .extracting(Refusal::rule)
                .containsExactly(RequestRule.ID_COLUMN, RequestRule.EXTREME_VALUE, RequestRule.SINGLE_CONTRIBUTOR);
        assertThat(refused)
                .hasMessageStartingWith("Cannot extract energy-by-day: vehicle_id is refused by rule id_column: ")
                .hasMessageEndingWith("; and 2 refusals more");
    }

    @Test
    void aPseudonymisedExtractHasValuesAndNoStatistics() {
        Asked rows = Asked.usual().product(Product.PSEUDONYMISED);
        assertThat(admit(rows.measures("value(energy_kwh)")).figures())
                .extracting(Figure::name)
                .containsExactly("value_energy_kwh");
        refusal(rows.measures("sum(energy_kwh)"), "rows_without_statistics");
        refusal(rows.measures("value(latitude)"), "precise_place");
        refusal(rows.dimensions("vehicle_id").measures("value(energy_kwh)"), "id_column");
    }

    @Test
    void differentialPrivacyIsForSumsInCellsThatAreKnownBefore() {
        Asked noisy = Asked.usual().filters("vehicle_type in [van, truck]").withNoise();
        admit(noisy);
        refusal(noisy.measures("mean(energy_kwh)"), "noise_for_sums_only");
        refusal(noisy.filters(""), "noise_without_list");
        refusal(noisy.measures("sum(energy_kwh)|sum(distance_km)"), "noise_for_one_sum");
    }

    @Test
    void aFigureHasTheRoundingAskedForOrTheFinest() {
        assertThat(admit(Asked.usual().measures("sum(energy_kwh)|mean(energy_kwh) rounded to 5|count(records)"))
                        .figures())
                .extracting(figure -> figure.name() + " " + figure.rounding().toPlainString() + " " + figure.unit())
                .containsExactly("sum_energy_kwh 10 kWh", "mean_energy_kwh 5 kWh", "count_records 10 ");
    }

    @ParameterizedTest
    @EnumSource(RequestRule.class)
    void everyRuleHasACodeAndASentence(RequestRule rule) {
        assertThat(rule.code()).matches("[a-z][a-z_]*");
        assertThat(RequestRule.catalogue())
                .filteredOn(text -> text.code().equals(rule.code()))
                .singleElement()
                .satisfies(text ->
                        assertThat(text.sentence()).isEqualTo(rule.sentence()).hasSizeGreaterThan(20));
    }

    private static Admitted admit(Asked asked) {
        return Asked.gate().admit(asked.request(), Asked.TODAY);
    }

    /** The line of the one refusal that is expected. */
    private static String refusal(Asked asked, String rule) {
        var refused = catchThrowableOfType(RefusedRequest.class, () -> admit(asked));
        assertThat(refused).as("%s passes", asked).isNotNull();
        assertThat(refused.refusals())
                .extracting(refusal -> refusal.rule().code())
                .containsExactly(rule);
        return refused.getMessage();
    }

    private static String outcome(Request request, LocalDate today) {
        try {
            Asked.gate().admit(request, today);
            return "passes";
        } catch (RefusedRequest e) {
            return e.refusals().stream().map(refusal -> refusal.rule().code()).collect(Collectors.joining(","));
        }
    }
}
