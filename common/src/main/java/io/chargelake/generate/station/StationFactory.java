package io.chargelake.generate.station;

import io.chargelake.generate.Draws;
import io.chargelake.generate.Seeds;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Draws the station of an index: a pure function of seed, index and the register's date. */
public final class StationFactory {

    private static final LocalDate FIRST_STATIONS = LocalDate.of(2011, 1, 1);
    private static final double GROWTH_PER_YEAR = 0.28;
    private static final double[] COUNTRY_WEIGHTS = {5, 3, 2};
    private static final List<String> COUNTRIES = List.of("DE", "FR", "US");
    private static final int OPERATORS_PER_COUNTRY = 8;
    private static final List<String> GERMAN =
            List.of("Hauptstraße", "Bahnhofstraße", "Gartenweg", "Lindenallee", "Am Markt");
    private static final List<String> FRENCH =
            List.of("Rue de la Gare", "Avenue du Parc", "Place du Marché", "Rue des Écoles");
    private static final List<String> AMERICAN =
            List.of("Main St", "Oak Ave", "2nd St", "Park Blvd", "Mill Rd, Suite 4");

    private final Seeds seeds;
    private final LocalDate asOf;

    public StationFactory(Seeds seeds, LocalDate asOf) {
        if (!asOf.isAfter(FIRST_STATIONS)) {
            throw new IllegalArgumentException(
                    "Cannot generate stations: the register's date must be after %s (%s, --to)"
                            .formatted(FIRST_STATIONS, asOf));
        }
        this.seeds = seeds.stream("station");
        this.asOf = asOf;
    }

    public StationRow at(long index) {
        Draws draws = seeds.at(index).sequence();
        String country = COUNTRIES.get(draws.weighted(COUNTRY_WEIGHTS));
        Town town = town(country, draws);
        int operator = (int) (OPERATORS_PER_COUNTRY * draws.uniform() * draws.uniform());
        String status = status(draws);
        String access = List.of("public", "private", "unknown").get(draws.weighted(0.88, 0.1, 0.02));
        return new StationRow(
                String.format(Locale.ROOT, "%s-%08d", country.toLowerCase(Locale.ROOT), index),
                String.format(Locale.ROOT, "%s*CL%d*E%08d*1", country, operator, index),
                address(town, draws),
                coordinate(town.latitude(), 0.03, draws),
                coordinate(town.longitude(), 0.05, draws),
                String.format(Locale.ROOT, "Charge Operator %s-%02d", country, operator + 1),
                access,
                List.of("true", "false", "unknown").get(draws.weighted(0.72, 0.2, 0.08)),
                status,
                openedOn(draws, status).toString(),
                Equipments.draw(country, draws));
    }

    private static Town town(String country, Draws draws) {
        List<Town> towns =
                Towns.ALL.stream().filter(t -> t.country().equals(country)).toList();
        return towns.get(draws.weighted(towns.stream().mapToDouble(Town::weight).toArray()));
    }

    private static String status(Draws draws) {
        return List.of("operational", "out_of_service", "planned", "unknown")
                .get(draws.weighted(0.9, 0.05, 0.03, 0.02));
    }

    private static StationRow.Address address(Town town, Draws draws) {
        int number = 1 + draws.below(180);
        String street =
                switch (town.country()) {
                    case "DE" -> GERMAN.get(draws.below(GERMAN.size())) + " " + number;
                    case "FR" -> number + " " + FRENCH.get(draws.below(FRENCH.size()));
                    default -> number + " " + AMERICAN.get(draws.below(AMERICAN.size()));
                };
        return new StationRow.Address(
                town.name() + ", " + street, street, town.name(), town.state(), postcode(town, draws), town.country());
    }

    private static String postcode(Town town, Draws draws) {
        StringBuilder code = new StringBuilder(town.postcodePrefix());
        while (code.length() < 5) {
            code.append((char) ('0' + draws.below(10)));
        }
        return code.toString();
    }

    private static String coordinate(double centre, double spread, Draws draws) {
        double offset = Math.max(-2, Math.min(2, draws.normal())) * spread;
        long micro = Math.round((centre + offset) * 1_000_000);
        String sign = micro < 0 ? "-" : "";
        return sign + Math.abs(micro) / 1_000_000 + "."
                + String.format(Locale.ROOT, "%06d", Math.abs(micro) % 1_000_000);
    }

    /** The network grows exponentially up to the register's date; planned stations open after it. */
    private LocalDate openedOn(Draws draws, String status) {
        double whole = GROWTH_PER_YEAR * (asOf.toEpochDay() - FIRST_STATIONS.toEpochDay()) / 365.25;
        double age = -StrictMath.log(1 - draws.uniform() * (1 - StrictMath.exp(-whole))) / whole;
        if (status.equals("planned")) {
            return asOf.plusDays(draws.below(400));
        }
        long days = asOf.toEpochDay() - FIRST_STATIONS.toEpochDay();
        return asOf.minusDays(1 + (long) (age * (days - 1)));
    }
}
