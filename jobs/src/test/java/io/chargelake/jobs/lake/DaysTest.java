package io.chargelake.jobs.lake;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargelake.jobs.testing.DatasetAssert;
import io.chargelake.jobs.testing.TestSpark;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

class DaysTest {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 30);

    @Test
    void fromIsInsideAndToOutside() {
        var times = TestSpark.session()
                .sql("SELECT CAST(t AS TIMESTAMP) AS t FROM VALUES ('2025-03-29T23:59:59Z'), ('2025-03-30T00:00:00Z'), "
                        + "('2025-03-30T23:59:59.999Z'), ('2025-03-31T00:00:00Z') AS v(t)");
        DatasetAssert.assertThat(times.where(Days.of(DAY, DAY.plusDays(1)).containTime(functions.col("t"))))
                .hasRows("t\n2025-03-30T00:00:00Z\n2025-03-30T23:59:59.999Z");
    }

    @Test
    void anOpenEndHasNoBound() {
        var days = TestSpark.session()
                .sql("SELECT CAST(d AS DATE) AS day FROM VALUES ('2025-03-29'), ('2025-03-30') AS v(d)");
        DatasetAssert.assertThat(days.where(new Days(Optional.of(DAY), Optional.empty()).containDay()))
                .hasRows("day\n2025-03-30");
        DatasetAssert.assertThat(days.where(Days.ALL.containDay())).hasRows("day\n2025-03-29\n2025-03-30");
    }

    @Test
    void anEmptyRangeIsRefused() {
        assertThatThrownBy(() -> Days.of(DAY, DAY))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("--from 2025-03-30 is not before --to 2025-03-30");
    }
}
