package io.chargelake.jobs.publish.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargelake.jobs.lake.Days;
import io.chargelake.jobs.lake.Lake;
import io.chargelake.jobs.lake.Lakes;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.jobs.publish.Item;
import io.chargelake.jobs.publish.Part;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Layer;
import io.chargelake.jobs.tables.Table;
import io.chargelake.jobs.testing.Postgres;
import io.chargelake.jobs.testing.TestSpark;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Types, names and keys that a future table may have, through a real database. */
class PgTypeTest {
    private static final String LONG = "a_column_whose_name_is_longer_than_what_postgresql_can_hold_in_63_bytes";

    private static final Table WIDE = Table.of(
                    "every_type_in_a_table_whose_name_is_longer_than_what_postgresql_can_hold",
                    Layer.GOLD,
                    "It's every type",
                    Col.bigint(LONG).required(),
                    Col.of("amount", DataTypes.createDecimalType(20, 6)),
                    Col.of("small", DataTypes.ShortType),
                    Col.of("tiny", DataTypes.ByteType),
                    Col.of("thin", DataTypes.FloatType),
                    Col.of("bytes", DataTypes.BinaryType),
                    Col.of("numbers", DataTypes.createArrayType(DataTypes.IntegerType)),
                    Col.of("times", DataTypes.createArrayType(DataTypes.TimestampType)),
                    Col.date("first"),
                    Col.timestamp("moment"),
                    Col.string("words"))
            .key(Col.bigint(LONG).required());

    private static final Table KEYLESS = Table.of("keyless", Layer.GOLD, "No key", Col.string("word"));

    private final Postgres postgres = Postgres.empty();

    @TempDir
    Path folder;

    @Test
    void valuesOfEveryTypeArriveAsTheyAre() {
        Lake lake = lake();
        lake.replace(
                WIDE,
                TestSpark.session()
                        .sql(
                                ("SELECT 1L %1$s, 12345678.000100BD amount, -32768S small, -128Y tiny, float('-Infinity') thin, X'00FF' bytes, array(1, NULL, -1) numbers,"
                                                + " array(timestamp'1969-12-31 23:59:59.999999') times, date'1582-10-15' first, timestamp'0001-01-01 00:00:00' moment, '𝄞' || unhex('C328') words"
                                                + " UNION ALL SELECT 2L, -0.000001BD, 1S, 1Y, float(0.1), X'', array(), NULL, date'9999-12-31', timestamp'9999-12-31 23:59:59.999999', ''"
                                                + " UNION ALL SELECT 3L, 99999999999999.999999BD, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL"
                                                + " UNION ALL SELECT 4L, 0BD, 0S, 0Y, float('NaN'), NULL, NULL, NULL, NULL, NULL, NULL UNION ALL SELECT 5L, 10000.5BD, 0S, 0Y, NULL, NULL, NULL, NULL, NULL, NULL, NULL")
                                        .formatted(LONG)));
        publish(lake, WIDE);
        publish(lake, WIDE);
        String name = Name.of("chargelake", WIDE.name());
        assertThat(postgres.rows("SELECT amount, small, tiny, thin, bytes, numbers, times, first, moment, words FROM "
                        + name + " ORDER BY " + Name.quoted(LONG)))
                .containsExactly(
                        "12345678.000100|-32768|-128|-Infinity|\\x00ff|{1,NULL,-1}|{\"1969-12-31 23:59:59.999999+00\"}|1582-10-15|0001-01-01 00:00:00+00|𝄞\uFFFD(",
                        "-0.000001|1|1|0.1|\\x|{}|null|9999-12-31|9999-12-31 23:59:59.999999+00|",
                        "99999999999999.999999|null|null|null|null|null|null|null|null|null",
                        "0.000000|0|0|NaN|null|null|null|null|null|null",
                        "10000.500000|0|0|null|null|null|null|null|null|null");
        assertThat(postgres.staging()).isEmpty();
    }

    @Test
    void rowsWithoutAKeyAreReplaced() {
        Lake lake = lake();
        lake.replace(KEYLESS, TestSpark.session().sql("SELECT 'a' word UNION ALL SELECT 'a'"));
        publish(lake, KEYLESS);
        lake.replace(KEYLESS, TestSpark.session().sql("SELECT 'b' word UNION ALL SELECT NULL"));
        publish(lake, KEYLESS);
        assertThat(postgres.rows("SELECT word FROM chargelake.keyless ORDER BY 1"))
                .containsExactly("b", "null");
    }

    @Test
    void aTypeThatPostgresqlLacksIsRefused() {
        Col map = Col.of("pairs", DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType));
        assertThatThrownBy(() -> PgType.of(map))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "Cannot publish column pairs: PostgreSQL has no type for map<string,string> (declare it as a text, number, time or list of these)");
    }

    @ParameterizedTest
    @CsvSource({
        "integer, bigint, true",
        "bigint, integer, false",
        "real, double precision, true",
        "bigint, double precision, false",
        "text, text, true",
        "text, integer, false",
        "'numeric(10,2)', 'numeric(12,4)', true",
        "'numeric(10,2)', 'numeric(12,1)', false",
        "'numeric(10,2)', 'numeric(11,4)', false"
    })
    void onlyWiderTypesHoldEveryValue(String from, String into, boolean fits) {
        assertThat(PgType.fits(from, into)).isEqualTo(fits);
    }

    @Test
    void namesFitIntoBytesWithoutBecomingTheSame() {
        assertThat(Name.quoted("a\"b")).isEqualTo("\"a\"\"b\"");
        assertThat(Name.fit("short", 63)).isEqualTo("short");
        String one = Name.fit("ü".repeat(40) + "1", 63);
        assertThat(one.getBytes(java.nio.charset.StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(63);
        assertThat(one).isNotEqualTo(Name.fit("ü".repeat(40) + "2", 63));
    }

    private Lake lake() {
        return Lakes.open(
                TestSpark.session(),
                Storage.uri(folder.toString()),
                Optional.of(TableFormat.DELTA),
                Lakes.Access.WRITE,
                Optional.empty());
    }

    private void publish(Lake lake, Table table) {
        Run run = new Run(
                new Run.Context(
                        "publish",
                        "run",
                        Instant.EPOCH,
                        Map.of(),
                        Days.ALL,
                        TestSpark.settings(),
                        Storage.uri(folder.toString())),
                TestSpark.session(),
                Optional.of(lake),
                System.out);
        Database database = new Database(DatabaseAddress.parse(postgres.url()), Optional.empty(), Optional.empty());
        new PostgresOutput(run, database, new PostgresOutput.Schemas("chargelake"), 2)
                .publish(
                        List.of(new Item(run, table, Part.OPEN, lake.version(table), Optional.empty())),
                        Renewal.EVERYTHING);
    }
}
