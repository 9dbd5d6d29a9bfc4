package io.chargelake.jobs.extract;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.xxhash64;

import io.chargelake.privacy.cell.CellMakeup;
import io.chargelake.privacy.cell.Contributions;
import io.chargelake.privacy.cell.ContributorKind;
import io.chargelake.privacy.request.Admitted;
import io.chargelake.privacy.request.Contributors;
import io.chargelake.privacy.request.Dimension;
import io.chargelake.privacy.request.Question;
import io.chargelake.privacy.sketch.DifferenceSketch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * From records to cells: the rows of each cell and of each margin that was asked for are brought together by contributor and folded into one. Only
 * cells come to the driver, never what they are made of.
 */
final class Gather {
    private static final String TABLE = "_table";
    private static final String AT = "_at";
    private static final String PLACE = "_place";
    private static final String HASH = "_hash";
    private static final String PARTS = "_parts";

    private final List<Dimension> dimensions;
    private final List<List<Dimension>> tables;
    private final List<Ask> asks;
    private final Map<ContributorKind, String> contributors = new EnumMap<>(ContributorKind.class);
    private final String time;
    private final PerContributor given;

    Gather(Admitted admitted, List<Ask> asks) {
        Question question = admitted.request().question();
        dimensions = question.dimensions();
        tables = Stream.concat(Stream.of(dimensions), question.totals().stream().map(total -> dimensions.stream()
                        .filter(total.by()::contains)
                        .toList()))
                .toList();
        this.asks = asks;
        Contributors columns = admitted.allowlist().contributors();
        contributors.put(ContributorKind.VEHICLE, columns.column());
        columns.site().ifPresent(site -> contributors.put(ContributorKind.SITE, site));
        columns.operator().ifPresent(operator -> contributors.put(ContributorKind.OPERATOR, operator));
        time = admitted.allowlist().time();
        given = new PerContributor(dimensions, time, List.copyOf(contributors.values()), Ask.quantities(asks));
    }

    /** @param most cells to be taken, as all of them are held against each other in memory */
    List<GatheredCell> cells(Dataset<Row> records, int most) {
        Map<Map<String, String>, Map<String, Long>> percentiles = percentiles(records);
        var cells = new ArrayList<GatheredCell>();
        for (Row row : folded(records).limit(most).collectAsList()) {
            Map<String, String> at = at(row);
            cells.add(new GatheredCell(at, parts(row), percentiles.getOrDefault(at, Map.of())));
        }
        return cells;
    }

    Dataset<Row> folded(Dataset<Row> records) {
        StructType schema = new StructType()
                .add(TABLE, DataTypes.IntegerType)
                .add(AT, DataTypes.createArrayType(DataTypes.StringType))
                .add(PARTS, DataTypes.createArrayType(DataTypes.createArrayType(DataTypes.LongType)));
        return placed(records)
                .withColumn(HASH, xxhash64(col(TABLE), col(AT)))
                .repartition(col(TABLE), col(AT))
                // texts are compared only where the hash, which is looked at first and quickly, is the same
                .sortWithinPartitions(
                        col(HASH), col(TABLE), col(AT), col(given.who().get(0)))
                .mapPartitions(new CellFold(given.quantities().size(), contributors.size()), Encoders.row(schema));
    }

    /**
     * What contributors give to each cell of each table. With margins each row goes to several cells, so the rows of a contributor are summed
     * before; without, they meet in the cell anyway.
     */
    private Dataset<Row> placed(Dataset<Row> records) {
        Column[] everyTable = Stream.of(
                        Stream.of(explode(array(IntStream.range(0, tables.size())
                                        .mapToObj(this::place)
                                        .toArray(Column[]::new)))
                                .as(PLACE)),
                        given.who().stream().map(functions::col),
                        given.given().stream().map(functions::col))
                .flatMap(columns -> columns)
                .toArray(Column[]::new);
        Column[] order = Stream.concat(
                        Stream.of(
                                col(PLACE + "." + TABLE).as(TABLE),
                                col(PLACE + "." + AT).as(AT)),
                        Stream.concat(given.who().stream(), given.given().stream())
                                .map(functions::col))
                .toArray(Column[]::new);
        return (tables.size() == 1 ? given.each(records) : given.summed(records))
                .select(everyTable)
                .select(order);
    }

    private Column place(int table) {
        return struct(lit(table).as(TABLE), at(tables.get(table)).as(AT));
    }

    private static Column at(List<Dimension> of) {
        return of.isEmpty()
                ? array().cast("array<string>")
                : array(of.stream().map(d -> col(PerContributor.name(d))).toArray(Column[]::new));
    }

    private List<Column> labels(List<Dimension> of) {
        return of.stream()
                .map(d -> Records.label(d, time).as(PerContributor.name(d)))
                .toList();
    }

    private Map<Map<String, String>, Map<String, Long>> percentiles(Dataset<Row> records) {
        List<Ask> asked =
                asks.stream().filter(ask -> ask.percentile().isPresent()).toList();
        var found = new HashMap<Map<String, String>, Map<String, Long>>();
        if (asked.isEmpty()) {
            return found;
        }
        Column[] values = asked.stream()
                .map(ask -> percentile(
                                col(ask.figure().column()), lit(ask.percentile().orElseThrow()))
                        .as(ask.figure().name()))
                .toArray(Column[]::new);
        for (int table = 0; table < tables.size(); table++) {
            List<Dimension> of = tables.get(table);
            Column[] by = labels(of).toArray(Column[]::new);
            for (Row row : records.groupBy(by)
                    .agg(values[0], Arrays.copyOfRange(values, 1, values.length))
                    .collectAsList()) {
                found.put(at(of, row::getString), ofRow(row, asked));
            }
        }
        return found;
    }

    private static Map<String, Long> ofRow(Row row, List<Ask> asked) {
        var values = new TreeMap<String, Long>();
        for (Ask ask : asked) {
            Double value = row.getAs(ask.figure().name());
            if (value != null) {
                values.put(ask.figure().name(), Quantity.millionths(value));
            }
        }
        return values;
    }

    private Map<String, String> at(Row row) {
        List<String> values = row.getList(1);
        return at(tables.get(row.getInt(0)), values::get);
    }

    private static Map<String, String> at(List<Dimension> of, IntFunction<String> values) {
        var at = new TreeMap<String, String>();
        for (int i = 0; i < of.size(); i++) {
            at.put(of.get(i).name(), values.apply(i));
        }
        return at;
    }

    private List<GatheredCell.Part> parts(Row row) {
        return row.<scala.collection.Seq<?>>getList(2).stream().map(this::part).toList();
    }

    private GatheredCell.Part part(scala.collection.Seq<?> stored) {
        long[] numbers = new long[stored.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (Long) stored.apply(i);
        }
        var byKind = new EnumMap<ContributorKind, Contributions>(ContributorKind.class);
        int at = 0;
        for (ContributorKind kind : contributors.keySet()) {
            byKind.put(
                    kind,
                    new Contributions(numbers[at], numbers[at + 1], numbers[at + 2], numbers[at + 3], numbers[at + 4]));
            at += CellFold.WIDTH;
        }
        return new GatheredCell.Part(
                new CellMakeup(byKind),
                DifferenceSketch.of(Arrays.copyOfRange(numbers, at, numbers.length)),
                byKind.get(ContributorKind.VEHICLE).total());
    }
}
