package io.chargelake.jobs.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.chargelake.energy.Horizon;
import io.chargelake.energy.PriceSeries;
import io.chargelake.energy.Tariff;
import io.chargelake.energy.grid.QualityLimits;
import io.chargelake.energy.study.GridInputs;
import io.chargelake.energy.study.Spending;
import io.chargelake.jobs.lake.files.FileTarget;
import io.chargelake.jobs.testing.TestSpark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTaskTest {
    private static final Horizon HORIZON = new Horizon(1_736_179_200L, 8, 900);

    @TempDir
    Path folder;

    @Test
    void aFaultOfOursAtASiteIsListedAndEndsNothing() throws IOException {
        Answer answer = answer("no-such-strategy");
        assertThat(answer.planned()).isZero();
        assertThat(answer.totals()).isEmpty();
        assertThat(answer.refused())
                .extracting(RefusedStay::vehicleId, RefusedStay::siteId, RefusedStay::code)
                .containsExactly(
                        tuple("a", "one", FleetRules.UNPLANNABLE.code()),
                        tuple("b", "two", FleetRules.UNPLANNABLE.code()));
    }

    @Test
    void sitesArePlannedOneAfterTheOther() throws IOException {
        Answer answer = answer("uncontrolled");
        assertThat(answer.planned()).isEqualTo(2);
        assertThat(answer.sites()).isEqualTo(2);
        assertThat(answer.refused()).isEmpty();
    }

    private Answer answer(String strategy) throws IOException {
        FileTarget target = FileTarget.of(TestSpark.session(), folder.toString(), Map.of());
        var prices = new Tariff(
                        "t", "EUR", new PriceSeries(HORIZON.startS(), 3_600, new double[] {1, 2}), Optional.empty(), 0)
                .over(HORIZON);
        Setup setup = new Setup(
                HORIZON,
                prices,
                "EUR",
                List.of(strategy),
                0,
                0,
                Spending.NOTHING,
                GridInputs.standard(QualityLimits.IEEE_519),
                GridDetail.none,
                SiteInputs.Sites.UNLIMITED);
        var task = new PlanTask(setup, new FleetTables(target, target, target, target));
        return task.call(List.of(stay("one", "a"), stay("two", "b")).iterator()).next();
    }

    /** As {@link FleetRows} has it. */
    private static InternalRow stay(String site, String vehicle) {
        return new GenericInternalRow(new Object[] {
            UTF8String.fromString(site),
            FleetRows.STAY,
            HORIZON.startS(),
            HORIZON.endS(),
            UTF8String.fromString(vehicle),
            UTF8String.fromString("AC"),
            50.0,
            60.0,
            40.0,
            11.0,
            0.0,
            0.0,
            11.0,
            0.0
        });
    }
}
