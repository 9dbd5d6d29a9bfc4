package io.chargelake.jobs.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chargelake.jobs.lake.ExitCode;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.privacy.request.Authorisation;
import io.chargelake.privacy.request.DifferentialPrivacy;
import io.chargelake.privacy.request.Dimension;
import io.chargelake.privacy.request.Filter;
import io.chargelake.privacy.request.Measure;
import io.chargelake.privacy.request.Period;
import io.chargelake.privacy.request.Product;
import io.chargelake.privacy.request.Question;
import io.chargelake.privacy.request.Request;
import io.chargelake.privacy.request.Terms;
import io.chargelake.privacy.request.Total;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestFileTest {

    @Test
    void everyKeyIsRead() {
        assertThat(
                        parse(
                                """
                        id: energy-by-day
                        title: Energy by day
                        purpose: Load forecast
                        recipient: Grid Operator
                        population: sample-fleet
                        product: anonymous
                        table: charge_session
                        period: {from: 2026-03-01, to: 2026-04-01}
                        dimensions: [day, zone]
                        measures:
                          - sum(energy_kwh) rounded to 100
                        filters:
                          - zone in [Europe/Berlin, Africa/Casablanca]
                        totals:
                          - overall
                          - day
                        expires: 2030-12-31
                        retention_days: 30
                        differential_privacy:
                          epsilon: 1.5
                          delta: 0.000001
                          clip: 200
                          max_cells: 31
                        """))
                .isEqualTo(new Request(
                        "energy-by-day",
                        "Energy by day",
                        "sample-fleet",
                        Product.ANONYMOUS,
                        new Terms("Grid Operator", "Load forecast", LocalDate.of(2030, 12, 31), 30),
                        new Question(
                                "charge_session",
                                new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 1)),
                                List.of(new Dimension("day"), new Dimension("zone")),
                                List.of(Measure.parse("sum(energy_kwh) rounded to 100")),
                                List.of(Filter.parse("zone in [Africa/Casablanca, Europe/Berlin]")),
                                List.of(new Total(List.of(new Dimension("day"))), new Total(List.of()))),
                        Optional.of(new DifferentialPrivacy(1.5, 0.000001, 200, 31)),
                        Optional.empty()));
    }

    @Test
    void whatIsNotSaidIsAnonymousForAYear() {
        Request request = parse(RequestText.USUAL);
        assertThat(request.product()).isEqualTo(Product.ANONYMOUS);
        assertThat(request.terms().retentionDays()).isEqualTo(365);
        assertThat(request.differentialPrivacy()).isEmpty();
        assertThat(request.wayBack()).isEmpty();
    }

    @Test
    void aWayBackNamesWhoAllowedIt() {
        assertThat(parse(RequestText.with(
                                        "dimensions:",
                                        "product: pseudonymised\nway_back: {authorised_by: DPO, reason: Recall}\ndimensions:")
                                .replace("sum(", "value("))
                        .wayBack())
                .contains(new Authorisation("DPO", "Recall"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    recipient: Grid Operator | recipient   | recipient_missing
                    purpose: Load forecast   | purpose     | purpose_missing
                    expires: 2030-12-31      | expires     | expiry_missing
                    '  to: 2026-04-01'       | period.to   | period_open
                    '  from: 2026-03-01'     | period.from | period_open
                    """)
    void whatMustBeStatedIsARefusalOfPrivacy(String line, String key, String rule) {
        var error = catchThrowableOfType(UserError.class, () -> parse(RequestText.without(line)));
        assertThat(error.code()).isEqualTo(ExitCode.PRIVACY);
        assertThat(error)
                .hasMessageStartingWith("Cannot extract r.yaml: " + key + " is refused by rule " + rule + ": ")
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    title: Energy by day             | titel: Energy by day             | unknown key titel at line 2 (did you mean title?
                    recipient: Grid Operator         | recipent: Grid Operator          | unknown key recipent at line 4 (did you mean recipient?
                    '  to: 2026-04-01'               | '  until: 2026-04-01'            | unknown key period.until at line 9
                    '  to: 2026-04-01'               | '  to: 1.4.2026'                 | period.to is wrong at line 9 ('1.4.2026', allowed: a UTC day
                    '  to: 2026-04-01'               | '  to: 2026-02-30'               | period.to is wrong at line 9
                    '  to: 2026-04-01'               | '  to: 2026-03-01'               | period holds no day
                    id: energy-by-day                | id: ../../etc/passwd             | id is no name ('../../etc/passwd'
                    id: energy-by-day                | id: [a]                          | a list is not allowed at line 1
                    id: energy-by-day                | id:                              | id has no single value at line 1
                    title: Energy by day             | # none                           | title is missing (add title: ...)
                    table: charge_session            | # none                           | table is missing (add table: ...)
                    '  - day'                        | '  - {column: day}'              | an item of a list has no single value at line 11
                    '  - day'                        | '  - [day]'                      | an item of a list has no single value at line 11
                    '  - day'                        | '  - '                           | an item of a list has no single value
                    '  - sum(energy_kwh)'            | '  - energy_kwh'                 | measures is wrong at line 13 ('energy_kwh', allowed: statistic(column)
                    '  - vehicle_type in [van, truck]' | '  - vehicle_type'             | filters is wrong at line 15 ('vehicle_type', allowed: column operator value
                    expires: 2030-12-31              | expires: never                   | expires is wrong at line 16
                    expires: 2030-12-31              | product: secret                  | product is wrong at line 16 ('secret', allowed: anonymous, pseudonymised
                    population: sample-fleet         | population: Sample Fleet         | population is no name
                    dimensions:                      | retention_days: 0\u0020          | retention_days
                    """)
    void slipsAreToldWithTheirPlace(String line, String other, String words) {
        var error = catchThrowableOfType(UserError.class, () -> parse(RequestText.with(line, other)));
        assertThat(error.code()).isEqualTo(ExitCode.USAGE);
        assertThat(error).hasMessageStartingWith("Cannot read r.yaml: ").hasMessageContaining(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    differential_privacy: {epsilon: 1}                                            | differential_privacy.delta is missing
                    differential_privacy: {epsilon: a, delta: 0.000001, clip: 1, max_cells: 1}    | differential_privacy.epsilon is wrong at line 17
                    differential_privacy: {epsilon: 99, delta: 0.000001, clip: 1, max_cells: 1}   | differential_privacy.epsilon is out of range
                    differential_privacy: {epsilon: 1, noise: 3}                                  | unknown key differential_privacy.noise at line 17
                    way_back: {authorised_by: DPO}                                                | way_back.reason is missing
                    way_back: {authorised_by: DPO, reason: Recall}                                | product anonymous has no way back
                    dimensions: [month]                                                           | key dimensions is given twice
                    totals: day                                                                   | totals is no list at line 17
                    retention_days: 0                                                             | retention_days is out of range (0
                    """)
    void whatIsAddedWronglyIsToldToo(String added, String words) {
        assertThatThrownBy(() -> parse(RequestText.USUAL + added + "\n"))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo(ExitCode.USAGE))
                .hasMessageContaining(words);
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> RequestFile.read(Path.of("no.yaml")))
                .hasMessage("Cannot read no.yaml: there is no such file (a local YAML file is expected, such as"
                        + " conf/requests/long-trips-by-day-and-type.yaml; change --request)");
    }

    private static Request parse(String yaml) {
        return RequestFile.parse("r.yaml", yaml);
    }
}
