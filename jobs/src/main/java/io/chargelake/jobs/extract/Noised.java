package io.chargelake.jobs.extract;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import io.chargelake.jobs.lake.SecretRef;
import io.chargelake.privacy.delivery.Field;
import io.chargelake.privacy.delivery.Fields;
import io.chargelake.privacy.delivery.Sheet;
import io.chargelake.privacy.delivery.SheetRow;
import io.chargelake.privacy.delivery.Value;
import io.chargelake.privacy.noise.SumNoise;
import io.chargelake.privacy.request.Admitted;
import io.chargelake.privacy.request.DifferentialPrivacy;
import io.chargelake.privacy.request.Dimension;
import io.chargelake.privacy.request.Figure;
import io.chargelake.privacy.request.Filter;
import io.chargelake.privacy.request.FixedCells;
import io.chargelake.privacy.request.Product;
import io.chargelake.privacy.request.Question;
import io.chargelake.privacy.request.Total;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * One sum under differential privacy: each contributor's part is bounded, and each cell of a list that was fixed before gets noise, also those that
 * nobody gave to. Nothing is withheld. Totals are summed up from what is told, so they cost nothing and agree with it.
 */
final class Noised {
    private static final String AT = "_at";
    private static final String STEPS = "_steps";
    private static final String GIVEN = "_given";

    private final Admitted admitted;
    private final Question question;
    private final Figure figure;
    private final DifferentialPrivacy asked;
    private final SecretRef key;

    Noised(Admitted admitted, SecretRef key) {
        this.admitted = admitted;
        this.key = key;
        question = admitted.request().question();
        figure = admitted.figures().get(0);
        asked = admitted.request().differentialPrivacy().orElseThrow();
        question.filters().stream()
                .filter(this::isListOfDimension)
                .forEach(filter -> Texts.check(filter.column(), filter.values()));
    }

    private boolean isListOfDimension(Filter filter) {
        return question.dimensions().stream()
                .anyMatch(dimension -> dimension.name().equals(filter.column()));
    }

    /** Bounded sums without noise, in the clipping's steps, and how much of the whole sum they are. */
    record Sums(Map<List<String>, Long> steps, double keptShare) {}

    Sums sums(Dataset<Row> records) {
        var given = new PerContributor(
                question.dimensions(),
                admitted.allowlist().time(),
                List.of(admitted.allowlist().contributors().column()),
                List.of(Quantity.sum(admitted.allowlist().table(), figure.column())));
        Column who = col(given.who().get(0));
        StructType schema = new StructType()
                .add(AT, DataTypes.createArrayType(DataTypes.StringType))
                .add(STEPS, DataTypes.LongType)
                .add(GIVEN, DataTypes.LongType);
        List<Row> cells = given.summed(records)
                .select(who, at(), col(given.given().get(0)))
                .repartition(who)
                .sortWithinPartitions(who)
                .mapPartitions(new Clipped(asked.clipping(), key), Encoders.row(schema))
                .groupBy(col(AT))
                .agg(sum(col(STEPS)), sum(abs(col(STEPS))), sum(col(GIVEN)))
                .collectAsList();
        var steps = new HashMap<List<String>, Long>();
        double kept = 0;
        double all = 0;
        for (Row cell : cells) {
            steps.put(cell.getList(0), cell.getLong(1));
            kept += cell.getLong(2);
            all += cell.getLong(3);
        }
        return new Sums(steps, all == 0 ? 1 : Math.min(1, kept / all));
    }

    private Column at() {
        Column[] labels = question.dimensions().stream()
                .map(dimension -> col(PerContributor.name(dimension)))
                .toArray(Column[]::new);
        return (labels.length == 0 ? array().cast("array<string>") : array(labels)).as(AT);
    }

    /** @param random secret */
    Sheet sheet(Sums sums, RandomGenerator random) {
        var noise = new SumNoise(asked.clipping(), asked.rhoMicros(), random);
        Map<List<String>, Long> told = new LinkedHashMap<>();
        for (List<String> cell : FixedCells.of(question)) {
            told.put(cell, noise.noisy(sums.steps().getOrDefault(cell, 0L)));
        }
        if (!told.keySet().containsAll(sums.steps().keySet())) {
            throw new IllegalStateException("The filters let records pass that are in none of the listed cells");
        }
        List<Field> keys = Fields.keys(admitted);
        List<SheetRow> rows = new ArrayList<>();
        told.forEach((cell, value) -> rows.add(row(keys, cell, value)));
        for (Total total : question.totals()) {
            of(total, told).forEach((cell, value) -> rows.add(row(keys, cell, value)));
        }
        return new Sheet(Product.ANONYMOUS, keys, Fields.figures(admitted), rows);
    }

    /** With null for what is summed over. */
    private Map<List<String>, Long> of(Total total, Map<List<String>, Long> told) {
        var sums = new LinkedHashMap<List<String>, Long>();
        told.forEach((cell, value) -> {
            var margin = new String[cell.size()];
            for (int i = 0; i < margin.length; i++) {
                Dimension dimension = question.dimensions().get(i);
                margin[i] = total.by().contains(dimension) ? cell.get(i) : null;
            }
            sums.merge(Arrays.asList(margin), value, Math::addExact);
        });
        return sums;
    }

    private SheetRow row(List<Field> keys, List<String> cell, long value) {
        var labels = new ArrayList<Value>();
        for (int i = 0; i < keys.size(); i++) {
            labels.add(Telling.key(keys.get(i), cell.get(i)));
        }
        return new SheetRow(labels, List.of(Value.of(rounded(value))));
    }

    private BigDecimal rounded(long millionths) {
        return Quantity.plain(millionths)
                .divide(figure.rounding(), 0, RoundingMode.HALF_EVEN)
                .multiply(figure.rounding());
    }
}
