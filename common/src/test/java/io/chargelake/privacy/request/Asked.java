package io.chargelake.privacy.request;

import io.chargelake.privacy.request.Allowlist.Counting;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A request in short: lists are written with | between. */
public record Asked(String dimensions, String measures, String filters, String totals, Product product, String noise) {
    public static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    static final Period MARCH = new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 1));
    static final Terms TERMS = new Terms("Grid Operator", "Planning of fast charging", LocalDate.of(2030, 12, 31), 365);

    static final Allowlist SESSIONS = new Allowlist(
            "charge_session",
            "charge sessions",
            "start_time",
            new Contributors("vehicles", "vehicle_id", Optional.empty(), Optional.of("client_id")),
            Optional.of(new Counting(BigDecimal.TEN)),
            List.of(
                    new Category("vehicle_type", "kind of vehicle", 50),
                    new Category("city", "where", 5000),
                    new YesNo("complete", "nothing is amiss"),
                    Amount.of("energy_kwh", "kWh", "energy")
                            .sums("10")
                            .means("0.1")
                            .quantiles("0.5")
                            .values("1"),
                    Amount.of("distance_km", "km", "distance")
                            .sums("10")
                            .means("0.1")
                            .thresholds("10", "1000"),
                    Amount.of("soc_start", "%", "state of charge").means("1"),
                    new Withheld("vehicle_id", RequestRule.ID_COLUMN),
                    new Withheld("client_id", RequestRule.ID_COLUMN),
                    new Withheld("start_time", RequestRule.PRECISE_TIME),
                    new Withheld("latitude", RequestRule.PRECISE_PLACE),
                    new Withheld("remark", RequestRule.FREE_TEXT),
                    new Withheld("operator_name", RequestRule.OPERATOR_COLUMN),
                    new Withheld("charges", RequestRule.NOT_LISTED)));

    static final Allowlist HOURS = new Allowlist(
            "occupancy_hourly",
            "hours of charging points",
            "hour",
            new Contributors("charging points", "device_id", Optional.of("id_cs"), Optional.of("operator_name")),
            Optional.empty(),
            List.of(new Withheld("device_id", RequestRule.ID_COLUMN)));

    public static Asked usual() {
        return new Asked("day|vehicle_type", "sum(energy_kwh)", "", "", Product.ANONYMOUS, "");
    }

    public Asked dimensions(String some) {
        return new Asked(some, measures, filters, totals, product, noise);
    }

    public Asked measures(String some) {
        return new Asked(dimensions, some, filters, totals, product, noise);
    }

    public Asked filters(String some) {
        return new Asked(dimensions, measures, some, totals, product, noise);
    }

    public Asked totals(String some) {
        return new Asked(dimensions, measures, filters, some, product, noise);
    }

    public Asked product(Product other) {
        return new Asked(dimensions, measures, filters, totals, other, noise);
    }

    public Asked withNoise() {
        return new Asked(dimensions, measures, filters, totals, product, "noise");
    }

    public Request request() {
        return of("charge_session", MARCH, TERMS);
    }

    Request of(String table, Period period, Terms terms) {
        return new Request(
                "energy-by-day",
                "Energy by day and kind of vehicle",
                "sample-fleet",
                product,
                terms,
                new Question(
                        table,
                        period,
                        list(dimensions, Dimension::new),
                        list(measures, Measure::parse),
                        list(filters, Filter::parse),
                        list(totals, Total::parse)),
                noise.isEmpty() ? Optional.empty() : Optional.of(new DifferentialPrivacy(1, 1e-6, 100, 31)),
                Optional.empty());
    }

    public static Gate gate() {
        return new Gate(List.of(SESSIONS, HOURS), Limits.DEFAULT);
    }

    private static <T> List<T> list(String written, Function<String, T> parser) {
        return Arrays.stream(written.split("\\|"))
                .filter(text -> !text.isBlank())
                .map(String::strip)
                .map(parser)
                .toList();
    }
}
