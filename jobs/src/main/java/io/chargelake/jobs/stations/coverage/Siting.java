package io.chargelake.jobs.stations.coverage;

import io.chargelake.jobs.lake.Job;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.jobs.tables.SiteCandidate;
import io.chargelake.jobs.tables.StationRegister;
import io.chargelake.siting.CoverageProblem;
import io.chargelake.siting.LazyGreedy;
import io.chargelake.siting.SiteChoice;
import io.chargelake.text.TextTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Unserved weight and candidates to the best next sites. */
@Command(
        name = "siting",
        description = "Choose the best next sites for charging stations, and say why.",
        footer = {
            "",
            "What is within --radius-km of a station that meets the need already is served; sites are chosen for the rest.",
            "A site is worth the weight it serves times its expected utilisation, where that is known.",
            "Example: ./chargelake siting --weights population.csv --candidates car-parks.csv --sites 5"
        })
public final class Siting implements Job {

    @Mixin
    CoverageOptions options;

    @Option(
            names = "--candidates",
            paramLabel = "URI",
            description =
                    "places where one could be built: CSV or Parquet with site_id, latitude, longitude and perhaps utilisation (default: every unserved cell)")
    Optional<String> candidates = Optional.empty();

    @Option(
            names = "--sites",
            defaultValue = "10",
            paramLabel = "N",
            description = "how many to choose (default ${DEFAULT-VALUE})")
    int sites;

    @Option(
            names = "--radius-km",
            defaultValue = "5",
            paramLabel = "KM",
            description = "a station serves what is so near (default ${DEFAULT-VALUE})")
    double radiusKm;

    @Option(
            names = "--need",
            defaultValue = "FAST",
            description =
                    "what the stations that are there must be: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE})")
    Need need;

    @Option(
            names = "--output",
            defaultValue = "./site-candidates.geojson",
            paramLabel = "URI",
            description = "the sites as a map (GeoJSON; default ${DEFAULT-VALUE})")
    String output;

    @Override
    public void run(Run run) {
        if (sites < 1) {
            throw UserError.usage("Cannot use --sites " + sites + ": it is a number of sites, 1 or more");
        }
        options.requireUsable();
        CoverageOptions.requirePositive("--radius-km", radiusKm);
        run.noteInput(StationRegister.TABLE);
        Demand demand = options.demand(run);
        Chargers chargers = options.chargers(run, need);
        List<Gap> unserved = Gap.among(demand, chargers, radiusKm);
        Candidates offered =
                candidates.isPresent() ? Candidates.ofFile(run, candidates.get()) : Candidates.ofCells(unserved);
        Candidates expected = offered.withUtilisation(run);
        Plan plan = new Plan(demand, unserved, expected, radiusKm);
        List<SiteChoice> chosen = LazyGreedy.choose(plan.problem(), sites);
        List<Plan.Site> explained = plan.explained(chosen, chargers, need);
        String guarantee = guarantee(chosen.size(), expected.places().size());
        run.replace(
                SiteCandidate.TABLE,
                run.spark()
                        .createDataFrame(
                                explained.stream()
                                        .map(site -> site.row(guarantee))
                                        .toList(),
                                SiteCandidate.TABLE.schema()));
        save(run, explained);
        run.say(told(demand, unserved, expected, explained, guarantee));
    }

    private static String guarantee(int chosen, int candidates) {
        return String.format(
                Locale.ROOT,
                "greedy: at least %.1f %% (1 - 1/e) of the best %d of %d candidates",
                100 * CoverageProblem.GUARANTEE,
                chosen,
                candidates);
    }

    private void save(Run run, List<Plan.Site> sites) {
        GeoJson map = new GeoJson();
        for (Plan.Site site : sites) {
            var properties = new LinkedHashMap<String, Object>();
            properties.put(SiteCandidate.RANK.name(), site.rank());
            properties.put(SiteCandidate.SITE_ID.name(), site.id());
            properties.put(
                    SiteCandidate.WEIGHT_SERVED.name(),
                    GeoJson.rounded(site.served().weight(), 3));
            properties.put(SiteCandidate.REASON.name(), site.reason());
            map.point(site.place(), properties);
        }
        map.write(run, output);
    }

    private static String told(
            Demand demand, List<Gap> unserved, Candidates candidates, List<Plan.Site> sites, String guarantee) {
        var table = new TextTable(List.of("rank", "site", "weight served", "of all"));
        sites.forEach(site -> table.add(List.of(
                Integer.toString(site.rank()),
                site.id(),
                String.format(Locale.ROOT, "%,.1f", site.served().weight()),
                String.format(Locale.ROOT, "%.1f %%", 100 * site.cumulativeShare()))));
        String reasons = sites.stream()
                .map(site -> site.rank() + ". " + site.id() + " " + site.reason() + "\n")
                .collect(Collectors.joining());
        return String.format(
                        Locale.ROOT,
                        "Weights: %s; %,d of %,d cells with weight are unserved. Utilisation: %s.%n",
                        demand.basis(),
                        unserved.size(),
                        demand.weights().size(),
                        candidates.basis().told())
                + (sites.isEmpty()
                        ? "No candidate would serve anything that is not served.\n"
                        : table.render() + reasons)
                + guarantee;
    }
}
