package io.chargelake.jobs.stations.coverage;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;

import io.chargelake.geo.Cells;
import io.chargelake.geo.NearestPlaces;
import io.chargelake.geo.Place;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.jobs.raw.FlatFiles;
import io.chargelake.jobs.raw.RawFile;
import io.chargelake.jobs.raw.RawFiles;
import io.chargelake.jobs.tables.CandidateFile;
import io.chargelake.jobs.tables.ChargingStation;
import io.chargelake.jobs.tables.Utilization;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Places where a station could be built, and how much each is expected to be used.
 *
 * @param utilisation share of time, one each; empty where only weight counts
 */
record Candidates(List<String> ids, List<Place> places, List<Double> utilisation, Basis basis) {
    private static final String STATION = "station";
    private static final String MONTH = "month";
    /** How far a station tells of the use another would have. */
    private static final double TELLS_WITHIN_KM = 25;

    /** What the expected use comes from. */
    enum Basis {
        CANDIDATES("candidates", "as the candidates' file says"),
        UTILIZATION("utilization", "the mean of the stations within 25 km in the last month of the lake, else of all"),
        NONE("none", "not known, so weight only");

        private final String code;
        private final String told;

        Basis(String code, String told) {
            this.code = code;
            this.told = told;
        }

        String code() {
            return code;
        }

        String told() {
            return told;
        }
    }

    static Candidates ofCells(List<Gap> unserved) {
        return new Candidates(
                unserved.stream().map(gap -> Cells.text(gap.cell())).toList(),
                unserved.stream().map(Gap::centre).toList(),
                List.of(),
                Basis.NONE);
    }

    static Candidates ofFile(Run run, String file) {
        List<RawFile> files = RawFiles.of(run, Storage.uri(file), "--candidates");
        FlatFiles.Rows raw = FlatFiles.read(run.spark(), files, CandidateFile.TABLE, Map.of());
        if (!raw.unreadable().isEmpty()) {
            FlatFiles.Unreadable first = raw.unreadable().get(0);
            throw UserError.input(
                    "Cannot use these candidates: " + first.file().path() + " can't be read, " + first.words());
        }
        Dataset<Row> rows = raw.groups().stream().reduce(Dataset::union).orElseThrow();
        requireUsable(rows);
        List<Row> all = rows.select(
                        CandidateFile.SITE_ID.col(),
                        CandidateFile.LATITUDE.col(),
                        CandidateFile.LONGITUDE.col(),
                        CandidateFile.UTILISATION.col())
                .orderBy(CandidateFile.SITE_ID.col())
                .collectAsList();
        return of(all);
    }

    private static Candidates of(List<Row> rows) {
        List<String> ids = rows.stream().map(row -> row.getString(0)).toList();
        if (ids.stream().distinct().count() != ids.size()) {
            throw UserError.quality("Cannot use these candidates: a site_id is there twice (--candidates)");
        }
        List<Double> told = rows.stream()
                .filter(row -> !row.isNullAt(3))
                .map(row -> row.getDouble(3))
                .toList();
        if (!told.isEmpty() && told.size() < ids.size()) {
            throw UserError.quality("Cannot use these candidates: " + (ids.size() - told.size()) + " of " + ids.size()
                    + " have no utilisation (all or none, --candidates)");
        }
        List<Place> places = rows.stream()
                .map(row -> new Place(row.getDouble(1), row.getDouble(2)))
                .toList();
        return new Candidates(ids, places, told, told.isEmpty() ? Basis.NONE : Basis.CANDIDATES);
    }

    private static void requireUsable(Dataset<Row> rows) {
        Column utilisation = CandidateFile.UTILISATION.col();
        Column isUsable = CandidateFile.SITE_ID
                .col()
                .isNotNull()
                .and(CandidateFile.LATITUDE.col().between(-90, 90))
                .and(CandidateFile.LONGITUDE.col().between(-180, 180))
                .and(utilisation.isNull().or(utilisation.between(0, 1)))
                .and(col(FlatFiles.UNPARSED).isNull())
                .and(col(FlatFiles.CORRUPT).isNull());
        Dataset<Row> unusable = rows.where(not(coalesce(isUsable, lit(false))));
        long bad = unusable.count();
        if (bad > 0) {
            throw UserError.quality("Cannot use these candidates: " + bad
                    + (bad == 1 ? " row lacks" : " rows lack")
                    + " a site_id, a latitude and longitude, or a utilisation within 0 and 1 (first: "
                    + unusable.select(col(FlatFiles.ORIGINAL)).first().get(0) + ", --candidates)");
        }
    }

    /** The same with the use of stations near them, where the file tells none and the lake does. */
    Candidates withUtilisation(Run run) {
        if (basis != Basis.NONE) {
            return this;
        }
        List<Row> used = lastMonth(run);
        if (used.isEmpty()) {
            return this;
        }
        var near = new NearestPlaces(used.stream()
                .map(row -> new Place(row.getDouble(0), row.getDouble(1)))
                .toList());
        double mean = mean(used.stream().mapToDouble(row -> row.getDouble(2)).toArray());
        List<Double> expected = new ArrayList<>();
        for (Place place : places) {
            int[] telling = near.within(place, TELLS_WITHIN_KM);
            expected.add(
                    telling.length == 0
                            ? mean
                            : mean(Arrays.stream(telling)
                                    .mapToDouble(i -> used.get(i).getDouble(2))
                                    .toArray()));
        }
        return new Candidates(ids, places, Collections.unmodifiableList(expected), Basis.UTILIZATION);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    /** Latitude, longitude and occupied share of the stations in the last month there is. */
    private static List<Row> lastMonth(Run run) {
        run.noteInput(Utilization.TABLE);
        Dataset<Row> months = run.lake()
                .read(Utilization.TABLE)
                .where(Utilization.LEVEL
                        .col()
                        .equalTo(STATION)
                        .and(Utilization.PERIOD.col().equalTo(MONTH))
                        .and(Utilization.OCCUPIED_SHARE.col().isNotNull()));
        Row last = months.agg(max(Utilization.PERIOD_START.col())).head();
        if (last.isNullAt(0)) {
            return List.of();
        }
        return months.where(Utilization.PERIOD_START.col().equalTo(lit(last.get(0))))
                .join(
                        run.lake().read(ChargingStation.TABLE),
                        Utilization.KEY
                                .col()
                                .equalTo(ChargingStation.ID_CS.col().cast("string")))
                .where(ChargingStation.LATITUDE
                        .col()
                        .isNotNull()
                        .and(ChargingStation.LONGITUDE.col().isNotNull()))
                .select(
                        ChargingStation.LATITUDE.col(),
                        ChargingStation.LONGITUDE.col(),
                        Utilization.OCCUPIED_SHARE.col())
                .collectAsList();
    }

    /** How good a site is; the same for all where only weight counts. */
    double quality(int candidate) {
        return utilisation.isEmpty() ? 1 : utilisation.get(candidate);
    }

    Optional<Double> expected(int candidate) {
        return utilisation.isEmpty() ? Optional.empty() : Optional.of(utilisation.get(candidate));
    }
}
