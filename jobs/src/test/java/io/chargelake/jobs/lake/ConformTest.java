package io.chargelake.jobs.lake;

import static io.chargelake.jobs.testing.DatasetAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Layer;
import io.chargelake.jobs.tables.Table;
import io.chargelake.jobs.testing.TestSpark;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class ConformTest {
    private static final Table TABLE =
            Table.of("t", Layer.CLEAN, "T", Col.string("id").required(), Col.bigint("n"), Col.real("x"));

    @Test
    void columnsComeInTheDeclaredOrderAndOthersAreLeftOut() {
        Dataset<Row> conformed = Conform.to(TABLE, sql("SELECT 1.5D AS x, 'a' AS id, true AS other, 2L AS n"));
        assertThat(conformed.schema().simpleString()).isEqualTo(TABLE.schema().simpleString());
        assertThat(conformed).hasRows("id | n | x\na | 2 | 1.5");
    }

    @Test
    void anOptionalColumnThatIsMissingIsNull() {
        assertThat(Conform.to(TABLE, sql("SELECT 'a' AS id"))).hasRows("id | n | x\na | |");
    }

    @Test
    void aRequiredColumnThatIsMissingIsRefused() {
        assertThatThrownBy(() -> Conform.to(TABLE, sql("SELECT 1L AS n")))
                .isInstanceOf(UserError.class)
                .hasMessage("Cannot use these rows as t: column id is missing (it is required, string)");
    }

    @Test
    void aTypeMayBecomeWider() {
        assertThat(Conform.to(TABLE, sql("SELECT 'a' AS id, CAST(2 AS INT) AS n, CAST(1.5 AS FLOAT) AS x")))
                .hasRows("id | n | x\na | 2 | 1.5");
    }

    @Test
    void aTypeThatWouldLoseSomethingIsRefused() {
        assertThatThrownBy(() -> Conform.to(TABLE, sql("SELECT 'a' AS id, 1.5D AS n")))
                .isInstanceOfSatisfying(
                        UserError.class, e -> assertThat(e.code()).isEqualTo(ExitCode.QUALITY))
                .hasMessageContaining("column n is double (bigint is declared");
    }

    private static Dataset<Row> sql(String text) {
        return TestSpark.session().sql(text);
    }
}
