package io.chargelake.jobs.extract;

import static org.apache.spark.sql.functions.bround;
import static org.apache.spark.sql.functions.col;

import io.chargelake.jobs.lake.SecretRef;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.privacy.delivery.Field;
import io.chargelake.privacy.delivery.Fields;
import io.chargelake.privacy.delivery.Sheet;
import io.chargelake.privacy.delivery.SheetRow;
import io.chargelake.privacy.delivery.Value;
import io.chargelake.privacy.pseudonym.Keys;
import io.chargelake.privacy.request.Admitted;
import io.chargelake.privacy.request.Authorisation;
import io.chargelake.privacy.request.Product;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;

/**
 * One row a record under pseudonyms: still personal data, which the name of its files, their manifest and this job say. Rows stand by their
 * labels and rounded values, so their order tells nothing of that of the records.
 */
final class Pseudonymised {
    private static final int MOST_ROWS = 1_000_000;

    private final Admitted admitted;
    private final String delivery;

    Pseudonymised(Admitted admitted, String delivery) {
        this.admitted = admitted;
        this.delivery = delivery;
    }

    Sheet sheet(Dataset<Row> records, SecretRef key) {
        List<Row> rows = named(records, key).limit(MOST_ROWS + 1).collectAsList();
        if (rows.size() > MOST_ROWS) {
            throw UserError.privacy("Cannot extract: there are more than " + MOST_ROWS
                    + " records (rule too_many_records; ask for a shorter period)");
        }
        if (rows.isEmpty()) {
            throw UserError.quality(
                    "Cannot extract: there are no records of this period and these filters (check period and filters of the request)");
        }
        List<Field> keys = Fields.keys(admitted);
        for (int i = 1; i < keys.size(); i++) {
            if (keys.get(i).type() == Field.Type.STRING) {
                int place = i;
                Texts.check(
                        keys.get(i).name(),
                        rows.stream().map(row -> row.getString(place)).toList());
            }
        }
        return new Sheet(
                Product.PSEUDONYMISED,
                keys,
                Fields.figures(admitted),
                rows.stream().map(row -> row(row, keys)).toList());
    }

    private static SheetRow row(Row row, List<Field> keys) {
        var labels = new ArrayList<Value>();
        for (int i = 0; i < keys.size(); i++) {
            labels.add(Telling.key(keys.get(i), row.getString(i)));
        }
        var values = new ArrayList<Value>();
        for (int i = keys.size(); i < row.size(); i++) {
            values.add(row.isNullAt(i) ? Value.EMPTY : Value.of(BigDecimal.valueOf(row.getDouble(i))));
        }
        return new SheetRow(labels, values);
    }

    private Dataset<Row> named(Dataset<Row> records, SecretRef key) {
        String time = admitted.allowlist().time();
        Column[] columns = Stream.of(
                        Stream.of(col(admitted.allowlist().contributors().column())
                                .cast(DataTypes.StringType)
                                .as(Fields.PSEUDONYM)),
                        admitted.request().question().dimensions().stream()
                                .map(dimension -> Records.label(dimension, time).as("_at_" + dimension.name())),
                        admitted.figures().stream().map(figure -> multiple(col(figure.column()), figure.rounding())
                                .as(figure.name())))
                .flatMap(some -> some)
                .toArray(Column[]::new);
        Dataset<Row> selected = records.select(columns);
        return selected.mapPartitions(
                new Naming(
                        key,
                        admitted.request().terms().recipient(),
                        delivery,
                        admitted.allowlist().contributors().noun(),
                        admitted.request().wayBack().map(Authorisation::by).orElse(null),
                        admitted.request().wayBack().map(Authorisation::reason).orElse(null)),
                Encoders.row(selected.schema()));
    }

    private static Column multiple(Column value, BigDecimal base) {
        return bround(value.cast(DataTypes.DoubleType).divide(base.doubleValue()))
                .multiply(base.doubleValue());
    }

    /** Puts a pseudonym in place of the id that stands first. Knows where the key is, never the key. */
    private record Naming(SecretRef key, String recipient, String delivery, String type, String by, String reason)
            implements MapPartitionsFunction<Row, Row> {
        @Override
        public Iterator<Row> call(Iterator<Row> rows) {
            UnaryOperator<String> names = names(KeySource.read(key, System.getenv()));
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return rows.hasNext();
                }

                @Override
                public Row next() {
                    Row row = rows.next();
                    Object[] values = new Object[row.size()];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = i == 0 ? names.apply(row.getString(0)) : row.get(i);
                    }
                    return RowFactory.create(values);
                }
            };
        }

        private UnaryOperator<String> names(Keys keys) {
            Optional<Authorisation> wayBack = Optional.ofNullable(by).map(who -> new Authorisation(who, reason));
            if (wayBack.isPresent()) {
                var reversible = keys.reversible(recipient, delivery, wayBack.get());
                return id -> reversible.of(type, id);
            }
            var pseudonyms = keys.pseudonyms(recipient, delivery);
            return id -> pseudonyms.of(type, id);
        }
    }
}
