package io.chargelake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.tables.FleetKpi;
import io.chargelake.jobs.tables.FleetLoad;
import io.chargelake.jobs.tables.FleetPlan;
import io.chargelake.jobs.tables.GridQuality;
import io.chargelake.jobs.tables.Table;
import io.chargelake.jobs.testing.DatasetAssert;
import io.chargelake.jobs.testing.TestSpark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Fleets planned by the command line. */
class OptimiseTest {
    static final String STAYS =
            "vehicle_id,site_id,arrival,departure,soc_arrival,soc_target,battery_kwh,ac_kw,dc_kw,v2g,charger_kw,charger_class,phase\n";
    static final String SITES = "site_id,limit_kw,transformer_kva,voltage_level\n";

    /** 18:30 to 06:00 in Casablanca: the last half of the dear hours, then all of the cheap ones. */
    static final String NIGHT = "2025-01-06T17:30:00Z,2025-01-07T05:00:00Z";

    @TempDir
    Path folder;

    private LakeRun lake(TableFormat format) {
        return new LakeRun(folder, format);
    }

    private static double value(LakeRun lake, String strategy, String level, String key, String kpi) {
        Row row = lake.lake()
                .read(FleetKpi.TABLE)
                .where("strategy = '%s' and level = '%s' and key = '%s' and kpi = '%s'"
                        .formatted(strategy, level, key, kpi))
                .head();
        return row.getAs(FleetKpi.VALUE.name());
    }

    @ParameterizedTest
    @EnumSource(TableFormat.class)
    void aVehicleWaitsForTheCheapHours(TableFormat format) throws IOException {
        LakeRun lake = lake(format);
        lake.write("in/stays.csv", STAYS, "a,depot," + NIGHT + ",50,80,50,11,100,false,11,AC,1\n");
        JsonNode record = lake.run("optimise", "--input", folder.resolve("in").toString());
        assertThat(Ingest.accounting(record)).isEqualTo("1 = 1 + 0 + 0");
        DatasetAssert.assertThat(lake.lake()
                        .read(FleetPlan.TABLE)
                        .groupBy("strategy", "vehicle_id", "state", "reason")
                        .agg(Map.of("slot_start", "min", "*", "count"))
                        .selectExpr(
                                "strategy",
                                "vehicle_id",
                                "state",
                                "reason",
                                "`min(slot_start)` began",
                                "`count(1)` slots"))
                .hasRows(
                        """
                        strategy           | vehicle_id | state  | reason          | began                | slots
                        price-optimisation | a          | idle   | waits_for_price | 2025-01-06T17:30:00Z | 14
                        price-optimisation | a          | charge | cheap_slot      | 2025-01-06T21:00:00Z | 6
                        price-optimisation | a          | idle   | ready           | 2025-01-06T22:30:00Z | 26
                        """);
        double kwh = 0.3 * 50 / 0.945;
        assertThat(value(lake, "price-optimisation", "all", "all", "cost")).isCloseTo(kwh * 0.95, within(1e-5));
        // uncontrolled: half an hour and one more of the peak at 11 kW, then the hour between at 1.35
        assertThat(value(lake, "price-optimisation", "all", "all", "cost_uncontrolled"))
                .isCloseTo(kwh * 1.85, within(1e-5));
        assertThat(value(lake, "price-optimisation", "site", "depot", "saving_share"))
                .isCloseTo(1 - 0.95 / 1.85, within(1e-6));
        assertThat(value(lake, "price-optimisation", "all", "all", "breaches")).isZero();
        assertThat(value(lake, "price-optimisation", "site", "depot", "objective"))
                .isCloseTo(kwh * 0.95, within(1e-6));
        assertThat(value(lake, "price-optimisation", "site", "depot", "bound")).isCloseTo(kwh * 0.95, within(1e-6));
        DatasetAssert.assertThat(lake.lake()
                        .read(FleetLoad.TABLE)
                        .where("slot_start in ('2025-01-06T17:30:00Z', '2025-01-06T21:00:00Z')")
                        .select(
                                "slot_start",
                                "vehicles_kw",
                                "net_kw",
                                "uncontrolled_kw",
                                "limit_kw",
                                "price",
                                "connected"))
                .hasRows(
                        """
                        slot_start           | vehicles_kw | net_kw | uncontrolled_kw | limit_kw | price | connected
                        2025-01-06T17:30:00Z | 0.0         | 0.0    | 11.0            |          | 1.85  | 1
                        2025-01-06T21:00:00Z | 11.0        | 11.0   | 0.0             |          | 0.95  | 1
                        """);
        // nothing is known of the grid there
        assertThat(lake.lake()
                        .read(GridQuality.TABLE)
                        .where("metric = 'voltage_deviation' and value is null and ok")
                        .count())
                .isEqualTo(46);
    }

    @Test
    void fleetsOfTheGeneratorAreComparedByAllStrategies() throws IOException {
        LakeRun lake = lake(TableFormat.DELTA);
        generate(120);
        Command command = lake.command(
                "optimise", "--input", folder + "/raw/fleet", "--strategy", "all", "--investment", "5000", "--explain");
        assertThat(command.exitCode()).as(command.err()).isZero();
        assertThat(command.err())
                .contains("months to pay back", "renewable-integration", "harmonics: AC as limits of IEC 61000-3-2")
                .doesNotContain("NaN");
        Dataset<Row> kpis =
                lake.lake().read(FleetKpi.TABLE).where("level = 'all'").cache();
        assertThat(kpis.where("kpi = 'breaches' and value = 0").count()).isEqualTo(7);
        assertThat(kpis.where("kpi = 'worst_gap' and value > 0.001").count()).isZero();
        // on this tariff nobody saves more than the dearest hours cost above the cheapest
        assertThat(kpis.where("kpi = 'saving_share' and value > 1 - 0.95 / 1.85")
                        .count())
                .isZero();
        kpis.unpersist();
        Dataset<Row> plan = lake.lake().read(FleetPlan.TABLE);
        Dataset<Row> load = lake.lake().read(FleetLoad.TABLE);
        plan.groupBy("strategy", "site_id", "slot_start")
                .sum("power_kw")
                .join(load, new String[] {"strategy", "site_id", "slot_start"})
                .selectExpr("max(abs(`sum(power_kw)` - vehicles_kw)) as off")
                .collectAsList()
                .forEach(row -> assertThat(row.getDouble(0)).isLessThan(1e-3));
        assertThat(load.where("net_kw > limit_kw + 0.001 and net_kw > base_kw - solar_kw + 0.001")
                        .count())
                .isZero();
        assertThat(plan.where("soc < -0.001 or soc > 100.001").count()).isZero();
    }

    @Test
    void anyPartitioningGivesTheSameToTheBit() throws IOException {
        generate(60);
        List<String> once = hashes("once", "2");
        assertThat(hashes("again", "7")).isEqualTo(once);
    }

    private List<String> hashes(String name, String partitions) throws IOException {
        LakeRun lake = new LakeRun(folder.resolve(name), TableFormat.DELTA);
        var conf = TestSpark.session().conf();
        String before = conf.get("spark.sql.shuffle.partitions");
        conf.set("spark.sql.shuffle.partitions", partitions);
        try {
            lake.run("optimise", "--input", folder + "/raw/fleet", "--strategy", "price-optimisation,load-balancing");
        } finally {
            conf.set("spark.sql.shuffle.partitions", before);
        }
        return List.of(FleetPlan.TABLE, FleetLoad.TABLE, FleetKpi.TABLE, GridQuality.TABLE).stream()
                .map(table -> hash(lake, table))
                .toList();
    }

    private static String hash(LakeRun lake, Table table) {
        return lake.lake()
                .read(table)
                .selectExpr("count(1)", "bit_xor(xxhash64(*))")
                .head()
                .toString();
    }

    private void generate(int vehicles) {
        Command command = Command.run(
                "generate",
                "fleet",
                "--seed",
                "5",
                "--vehicles",
                Integer.toString(vehicles),
                "--from",
                "2025-01-06",
                "--to",
                "2025-01-07",
                "--output",
                folder.resolve("raw").toString());
        assertThat(command.exitCode()).as(command.err()).isZero();
    }

    @Test
    void livePlanningTellsItsRegret() throws IOException {
        LakeRun lake = lake(TableFormat.DELTA);
        lake.write(
                "in/stays.csv",
                STAYS,
                "a,depot," + NIGHT + ",50,80,50,11,100,true,11,AC,1\n",
                "b,depot,2025-01-06T22:07:00Z,2025-01-07T05:00:00Z,20,80,80,11,100,false,11,AC,1\n");
        lake.write("in/sites.csv", SITES, "depot,14,,LV\n");
        Command command =
                lake.command("optimise", "--input", folder + "/in", "--replan", "15m", "--tariff", "day-ahead-sample");
        assertThat(command.err()).contains("regret %");
        assertThat(command.exitCode()).isZero();
        double regret = value(lake, "price-optimisation", "all", "all", "regret");
        double hindsight = value(lake, "price-optimisation", "all", "all", "cost_hindsight");
        double cost = value(lake, "price-optimisation", "all", "all", "cost");
        assertThat(regret).isCloseTo(cost - hindsight, within(1e-5));
        assertThat(value(lake, "price-optimisation", "all", "all", "breaches")).isZero();
    }

    @Test
    void modelsTellWhatStaysDoNot() throws IOException {
        LakeRun lake = lake(TableFormat.DELTA);
        lake.write(
                "in/stays.csv",
                "vehicle_id,site_id,arrival,departure,soc_arrival,soc_target,model,charger_kw\n",
                "a,depot," + NIGHT + ",50,80,Dacia Spring,22\n",
                "b,depot," + NIGHT + ",50,80,My Van,22\n",
                "c,depot," + NIGHT + ",50,80,No Such Car,22\n");
        Path mine = lake.write(
                "mine.json",
                "{\"My Van\": {\"battery_capacity\": 70, \"max_ac_charge_power\": 22, \"max_dc_charge_power\": 50, \"max_dc_discharge_power\": 10}}");
        JsonNode record = lake.run(
                "optimise",
                "--input",
                folder + "/in",
                "--catalogue",
                mine.toString(),
                "--strategy",
                "uncontrolled",
                "--max-quarantined",
                "1");
        assertThat(Ingest.findings(record)).containsEntry("unknown_battery", 1L);
        DatasetAssert.assertThat(lake.lake()
                        .read(FleetPlan.TABLE)
                        .groupBy("vehicle_id")
                        .max("power_kw")
                        .withColumnRenamed("max(power_kw)", "kw"))
                .hasRows(
                        """
                        vehicle_id | kw
                        a          | 7.0
                        b          | 22.0
                        """);
    }

    @Test
    void sessionsOfTheLakeAreStaysUntilTheNextTrip() throws IOException {
        LakeRun lake = lake(TableFormat.DELTA);
        lake.write("in/vehicles.csv", "vehicle_id,model,battery_kwh\n", "v1,Zoe,50\n");
        lake.write(
                "in/charges.csv",
                IngestVehiclesRun.CHARGES,
                "c1,v1,2025-01-06T18:00:00Z,2025-01-06T19:00:00Z,10,40,60,10,11,AC,Z1\n",
                "c2,v1,2025-01-10T18:00:00Z,2025-01-10T19:00:00Z,10,40,60,10,11,AC,Z1\n");
        lake.write(
                "in/drives.csv",
                IngestVehiclesRun.DRIVES,
                "d1,v1,2025-01-07T06:00:00Z,2025-01-07T06:30:00Z,20,3,60,55,1000,1020,5\n");
        lake.run("ingest-vehicles", "--input", folder + "/in", "--max-quarantined", "1");
        lake.run("sessions");
        lake.run("optimise", "--sessions", "--site", "yard", "--strategy", "valley-filling");
        DatasetAssert.assertThat(lake.lake()
                        .read(FleetPlan.TABLE)
                        .groupBy("site_id", "vehicle_id", "day")
                        .count())
                .hasRows(
                        """
                        site_id | vehicle_id | day        | count
                        yard    | v1         | 2025-01-06 | 24
                        yard    | v1         | 2025-01-07 | 24
                        yard    | v1         | 2025-01-10 | 4
                        """);
    }
}
