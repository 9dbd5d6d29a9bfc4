package io.chargelake.jobs.extract;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.hour;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.weekday;
import static org.apache.spark.sql.functions.year;

import io.chargelake.jobs.lake.Days;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.SecretRef;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Table;
import io.chargelake.privacy.request.Admitted;
import io.chargelake.privacy.request.Contributors;
import io.chargelake.privacy.request.Dimension;
import io.chargelake.privacy.request.Filter;
import io.chargelake.privacy.request.Question;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** The records that a request is about, with the attributes of what they are of. */
final class Records {
    /** Of a category that a record's thing is not known by. */
    static final String UNKNOWN = "unknown";
    /** Things whose attributes each task holds in memory; more are met by a shuffle, which can go to disk. */
    private static final long MOST_TO_EVERY_TASK = 1_000_000;

    /** With their ids, for rows that get pseudonyms where they are read: nothing of them is shuffled. */
    static Dataset<Row> named(Run run, Source source, Admitted admitted) {
        return of(run, source, admitted, UnaryOperator.identity(), (things, table) -> broadcast(things));
    }

    /** With numbers in place of ids, so that no id goes through a shuffle or into a temporary file, however many things are joined. */
    static Dataset<Row> numbered(Run run, Source source, Admitted admitted, SecretRef key) {
        return of(
                run,
                source,
                admitted,
                new Numbering(ids(source, admitted), new ContributorNumber(key)),
                (things, table) -> isLarge(run, table) ? things.hint("merge") : things);
    }

    private static boolean isLarge(Run run, Table table) {
        return run.lake().has(table) && run.lake().state(table.name()).rows() > MOST_TO_EVERY_TASK;
    }

    private static Dataset<Row> of(
            Run run,
            Source source,
            Admitted admitted,
            UnaryOperator<Dataset<Row>> ids,
            BiFunction<Dataset<Row>, Table, Dataset<Row>> joining) {
        Question question = admitted.request().question();
        Dataset<Row> rows = ids.apply(read(run, source.table()));
        Days days = Days.of(question.period().from(), question.period().to());
        rows = rows.where(source.table().isByDay() ? days.containDay() : lit(true))
                .where(days.containTime(col(admitted.allowlist().time())));
        if (source.only().isPresent()) {
            rows = rows.where(source.only()
                    .get()
                    .column()
                    .col()
                    .equalTo(source.only().get().value()));
        }
        for (Attributes attributes : source.attributes()) {
            Dataset<Row> things = joining.apply(ids.apply(read(run, attributes.table())), attributes.table());
            rows = joined(rows, things, attributes);
        }
        for (Filter filter : question.filters()) {
            rows = rows.where(condition(filter, rows));
        }
        return rows;
    }

    private static Dataset<Row> read(Run run, Table table) {
        run.noteInput(table);
        return run.lake().read(table);
    }

    /** Columns of who contributes, and those by which attributes are found. */
    private static Set<String> ids(Source source, Admitted admitted) {
        Contributors who = admitted.allowlist().contributors();
        return Stream.of(
                        Stream.of(who.column()),
                        who.site().stream(),
                        who.operator().stream(),
                        source.attributes().stream()
                                .flatMap(joined -> Stream.of(
                                        joined.on().name(), joined.key().name())))
                .flatMap(names -> names)
                .collect(Collectors.toSet());
    }

    /** One that is not known stands for all that are not. */
    private record Numbering(Set<String> ids, ContributorNumber number) implements UnaryOperator<Dataset<Row>> {
        @Override
        public Dataset<Row> apply(Dataset<Row> rows) {
            var numbers = udf(number, DataTypes.LongType);
            return rows.select(Stream.of(rows.columns())
                    .map(name -> ids.contains(name)
                            ? numbers.apply(coalesce(col(name).cast(DataTypes.StringType), lit("")))
                                    .as(name)
                            : col(name))
                    .toArray(Column[]::new));
        }
    }

    private static Dataset<Row> joined(Dataset<Row> rows, Dataset<Row> things, Attributes attributes) {
        String key = "_key_" + attributes.table().name();
        Column[] columns = Stream.concat(
                        Stream.of(attributes.key().col().as(key)),
                        attributes.columns().stream().map(Col::col))
                .toArray(Column[]::new);
        return rows.join(things.select(columns), attributes.on().col().equalTo(col(key)), "left")
                .drop(key);
    }

    /** Values are compared as what the column is, so that 'true' and '100' mean what they say. */
    private static Column condition(Filter filter, Dataset<Row> rows) {
        Column column = col(filter.column());
        var type = rows.schema().apply(filter.column()).dataType();
        Column[] values =
                filter.values().stream().map(value -> lit(value).cast(type)).toArray(Column[]::new);
        return switch (filter.operator()) {
            case IN -> column.isin((Object[]) values);
            case EQUAL -> column.equalTo(values[0]);
            case AT_LEAST -> column.geq(values[0]);
            case BELOW -> column.lt(values[0]);
            case AT_MOST, ABOVE, UNEQUAL ->
                throw new IllegalStateException(
                        "The gate lets no filter with " + filter.operator().sign() + " pass");
        };
    }

    /** What a record has in a dimension, as text. */
    static Column label(Dimension dimension, String time) {
        Column moment = col(time);
        return dimension
                .timeLabel()
                .map(label -> switch (label) {
                    case HOUR -> hour(moment).cast(DataTypes.StringType);
                    case DAY -> to_date(moment).cast(DataTypes.StringType);
                    case WEEKDAY -> weekday(moment).plus(1).cast(DataTypes.StringType);
                    case MONTH -> date_format(moment, "yyyy-MM");
                    case YEAR -> year(moment).cast(DataTypes.StringType);
                })
                .orElseGet(() -> coalesce(col(dimension.name()).cast(DataTypes.StringType), lit(UNKNOWN)));
    }

    /** Versions of all tables that are read, by name. */
    static Map<String, String> versions(Run run, Source source) {
        return Stream.concat(
                        Stream.of(source.table()), source.attributes().stream().map(Attributes::table))
                .filter(run.lake()::has)
                .collect(Collectors.toMap(Table::name, table -> run.lake().version(table), (a, b) -> a));
    }

    private Records() {}
}
