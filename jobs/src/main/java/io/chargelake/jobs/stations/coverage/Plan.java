package io.chargelake.jobs.stations.coverage;

import io.chargelake.geo.NearestPlaces;
import io.chargelake.geo.Place;
import io.chargelake.siting.CoverageProblem;
import io.chargelake.siting.SiteChoice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** What each candidate would serve of what is unserved, and the words for those that are chosen. */
record Plan(Demand demand, List<Gap> unserved, Candidates candidates, double radius_km, CoverageProblem problem) {

    Plan(Demand demand, List<Gap> unserved, Candidates candidates, double radius_km) {
        this(demand, unserved, candidates, radius_km, problem(unserved, candidates, radius_km));
    }

    private static CoverageProblem problem(List<Gap> unserved, Candidates candidates, double radius_km) {
        var cells = new NearestPlaces(unserved.stream().map(Gap::centre).toList());
        return new CoverageProblem(
                unserved.stream().mapToDouble(Gap::weight).toArray(),
                candidates.places().stream()
                        .map(place -> cells.within(place, radius_km))
                        .toArray(int[][]::new),
                IntStream.range(0, candidates.places().size())
                        .mapToDouble(candidates::quality)
                        .toArray());
    }

    /** What a site serves that no site before it does. */
    record Served(double weight, int cells) {}

    /** A chosen site. */
    record Site(
            int rank,
            String id,
            Place place,
            double gain,
            Served served,
            Use use,
            double cumulativeShare,
            Explained explained) {

        String reason() {
            return explained.reason();
        }

        Row row(String guarantee) {
            return RowFactory.create(
                    rank,
                    id,
                    place.latitude(),
                    place.longitude(),
                    gain,
                    served.weight(),
                    served.cells(),
                    use.utilisation().orElse(null),
                    use.basis().code(),
                    cumulativeShare,
                    explained.nearest().map(Chargers.Near::km).orElse(null),
                    reason(),
                    guarantee);
        }
    }

    /** The use that is expected, and where that is known from. */
    record Use(Optional<Double> utilisation, Candidates.Basis basis) {}

    /** Why a site was chosen. */
    record Explained(String reason, Optional<Chargers.Near> nearest) {}

    List<Site> explained(List<SiteChoice> chosen, Chargers chargers, Need need) {
        double all = problem.value(IntStream.range(0, problem.sites()).toArray());
        var sites = new ArrayList<Site>();
        Set<Integer> before = new HashSet<>();
        double reached = 0;
        for (SiteChoice choice : chosen) {
            reached += choice.gain();
            Served served = served(choice.site(), before);
            Optional<Chargers.Near> nearest =
                    chargers.nearest(candidates.places().get(choice.site()));
            sites.add(new Site(
                    sites.size() + 1,
                    candidates.ids().get(choice.site()),
                    candidates.places().get(choice.site()),
                    choice.gain(),
                    served,
                    new Use(candidates.expected(choice.site()), candidates.basis()),
                    reached / all,
                    new Explained(reason(choice.site(), served, nearest, need), nearest)));
        }
        return sites;
    }

    private Served served(int site, Set<Integer> before) {
        double weight = 0;
        int cells = 0;
        for (int cell : problem.served(site)) {
            if (before.add(cell)) {
                weight += problem.weight(cell);
                cells++;
            }
        }
        return new Served(weight, cells);
    }

    private String reason(int site, Served served, Optional<Chargers.Near> nearest, Need need) {
        String kind = need == Need.ANY ? "charger" : need.code() + " charger";
        String serves = String.format(
                Locale.ROOT,
                "serves %,.1f of weight (%s) in %d %s within %.1f km that no %s and no site before it is near to",
                served.weight(),
                demand.basis(),
                served.cells(),
                served.cells() == 1 ? "cell" : "cells",
                radius_km,
                kind);
        String near = nearest.map(found -> String.format(
                        Locale.ROOT, "; the nearest %s is %.1f km away (%s)", kind, found.km(), found.station()))
                .orElse("; there is no " + kind + " at all");
        String use = candidates
                .expected(site)
                .map(share -> String.format(Locale.ROOT, "; expected to be occupied %.1f %% of the time", 100 * share))
                .orElse("");
        return serves + near + use;
    }
}
