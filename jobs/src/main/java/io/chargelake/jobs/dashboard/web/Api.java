package io.chargelake.jobs.dashboard.web;

import io.chargelake.jobs.dashboard.fleet.FleetAnswer;
import io.chargelake.jobs.dashboard.fleet.FleetRequest;
import io.chargelake.jobs.dashboard.pages.AnomaliesPage;
import io.chargelake.jobs.dashboard.pages.DataPage;
import io.chargelake.jobs.dashboard.pages.ForecastPage;
import io.chargelake.jobs.dashboard.pages.MetaPage;
import io.chargelake.jobs.dashboard.pages.NetworkPage;
import io.chargelake.jobs.dashboard.pages.OccupancyPage;
import io.chargelake.jobs.dashboard.pages.Page;
import io.chargelake.jobs.dashboard.pages.Parameters;
import io.chargelake.jobs.dashboard.pages.Refusal;
import io.chargelake.jobs.dashboard.pages.VehiclesPage;
import io.chargelake.jobs.dashboard.store.Snapshot;
import io.chargelake.jobs.dashboard.store.Store;
import io.chargelake.jobs.lake.Settings;
import io.chargelake.privacy.cell.CellSettings;
import io.chargelake.privacy.cell.ContributorKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers as bytes, each made once for the versions and parameters it depends on. */
public final class Api {
    private static final String TYPE = "application/json; charset=utf-8";
    private static final String FLEET = "fleet";
    private static final long MOST_CACHED_BYTES = 64L << 20;
    /** Plans that are computed at once: each takes two cores. */
    private static final int AT_ONCE = 2;
    /** So often is each strategy computed before anybody asks. */
    private static final int WARMING = 2;

    private static final String LARGE = "2000";

    private final Store store;
    private final Map<String, Page> pages;
    private final AnswerCache cache = new AnswerCache(MOST_CACHED_BYTES);
    private final Semaphore computing = new Semaphore(AT_ONCE, true);

    /** Whether requests need a token. */
    public enum Access {
        OPEN,
        GUARDED
    }

    public Api(Store store, Settings settings, Access access) {
        this.store = store;
        CellSettings cells = settings.privacy().cells();
        VehiclesPage vehicles = new VehiclesPage(cells);
        Map<String, Object> fleet = FleetRequest.choices();
        MetaPage meta = new MetaPage(
                new MetaPage.Fixed(
                        settings.zone().getId(),
                        access == Access.GUARDED,
                        cells.least().get(ContributorKind.VEHICLE),
                        fleet),
                vehicles);
        this.pages = Stream.of(
                        meta,
                        new NetworkPage(),
                        new OccupancyPage(),
                        new ForecastPage(),
                        new AnomaliesPage(),
                        vehicles,
                        new DataPage())
                .collect(Collectors.toMap(Page::path, page -> page, (a, b) -> a, LinkedHashMap::new));
    }

    /** What is asked for costs more than looking something up. */
    static boolean isComputed(String name) {
        return name.equals(FLEET);
    }

    /** Whether an answer that is computed is there already. */
    boolean isCached(String name, Map<String, List<String>> query) {
        return cache.get(computed(name, parameters(name, query))).isPresent();
    }

    private static String computed(String name, Parameters asked) {
        return name + "?" + asked.canonical();
    }

    /** Computes what pages ask first, in a thread of its own: so the first who looks waits for no compiler. */
    public void warm() {
        Thread warming = new Thread(
                () -> {
                    pages.keySet().forEach(name -> body(name, Map.of()));
                    for (int seed = 0; seed < WARMING; seed++) {
                        FleetRequest.codes()
                                .forEach(strategy -> FleetAnswer.of(Parameters.of(
                                        Map.of("strategy", List.of(strategy), "vehicles", List.of(LARGE)),
                                        FleetRequest.PARAMETERS)));
                    }
                    body(FLEET, Map.of());
                },
                "warming");
        warming.setDaemon(true);
        warming.start();
    }

    /** @param name below {@code /api/} */
    public byte[] json(String name, Map<String, List<String>> query) {
        return body(name, query).plain();
    }

    Body body(String name, Map<String, List<String>> query) {
        Parameters asked = parameters(name, query);
        if (isComputed(name)) {
            return cache.get(computed(name, asked), () -> fleet(asked));
        }
        Page page = pages.get(name);
        try (Snapshot snapshot = store.snapshot()) {
            String key = name + "?" + asked.canonical() + "#" + versions(page, snapshot);
            return cache.get(
                    key, () -> Body.of(TYPE, page.answer(snapshot, asked).json(snapshot)));
        }
    }

    /** The runs are a table of their own to the pages that show all. */
    private static String versions(Page page, Snapshot snapshot) {
        return snapshot.versions(page.sources()) + "#" + snapshot.runs().size();
    }

    private Parameters parameters(String name, Map<String, List<String>> query) {
        if (isComputed(name)) {
            return Parameters.of(query, FleetRequest.PARAMETERS);
        }
        Page page = pages.get(name);
        if (page == null) {
            throw Refusal.notFound("There is no such answer; there are "
                    + Stream.concat(pages.keySet().stream(), Stream.of(FLEET, "health"))
                            .map(known -> "/api/" + known)
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        return Parameters.of(query, page.parameters());
    }

    private Body fleet(Parameters asked) {
        computing.acquireUninterruptibly();
        try (Snapshot snapshot = store.snapshot()) {
            return Body.of(TYPE, FleetAnswer.of(asked).json(snapshot));
        } finally {
            computing.release();
        }
    }
}
