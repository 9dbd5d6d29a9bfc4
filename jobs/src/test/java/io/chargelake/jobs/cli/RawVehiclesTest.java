package io.chargelake.jobs.cli;

import static io.chargelake.jobs.testing.DatasetAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.tables.Charge;
import io.chargelake.jobs.tables.Drive;
import io.chargelake.jobs.tables.Tables;
import io.chargelake.jobs.tables.Vehicle;
import io.chargelake.jobs.testing.TestSpark;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same drives and charges in all the ways that sources write them. */
class RawVehiclesTest {
    private static final double MILE = 1.609344;

    @TempDir
    Path folder;

    /** Drive n of a vehicle: 20 km and 3.2 kWh at 9 o'clock of its day, SOC from 60.25 to 55.75 %. */
    private interface Style {
        String line(String vehicle, int day, double odometerKm);
    }

    @Test
    void unitsAndDialectsAreToldByTheValuesOfEachFile() throws IOException {
        var ingest = new IngestVehiclesRun(folder, TableFormat.DELTA);
        String semicolon = IngestVehiclesRun.DRIVES.replace(',', ';');
        write(
                ingest,
                "plain",
                IngestVehiclesRun.DRIVES,
                1,
                (v, d, o) -> "%s-%d,%s,2025-06-%02dT07:00:00Z,2025-06-%02dT07:30:00Z,20,3.2,60.25,55.75,%.0f,%.0f,5"
                        .formatted(v, d, v, d, d, o, o + 20));
        write(
                ingest,
                "fraction",
                IngestVehiclesRun.DRIVES,
                2,
                (v, d, o) -> "%s-%d,%s,2025-06-%02dT07:00:00Z,2025-06-%02dT07:30:00Z,20,3200,0.6025,0.5575,%.0f,%.0f,5"
                        .formatted(v, d, v, d, d, o, o + 20));
        write(
                ingest,
                "comma",
                semicolon,
                3,
                (v, d, o) -> "%s-%d;%s;%02d.06.2025 09:00;%02d.06.2025 09:30;20;3,2;60,25;55,75;%s;%s;5"
                        .formatted(v, d, v, d, d, thousands(o), thousands(o + 20)));
        write(
                ingest,
                "american",
                IngestVehiclesRun.DRIVES,
                4,
                (v, d, o) -> "%s-%d,%s,6/%d/2025 9:00:00 AM,6/%d/2025 9:30:00 AM,20,3.2,60.25,55.75,%.0f,%.0f,5"
                        .formatted(v, d, v, d, d, o, o + 20));
        // the same vehicle as in the plain file: its odometer goes on, in miles
        ingest.write(
                "miles.csv",
                IngestVehiclesRun.DRIVES,
                IntStream.range(20, 30)
                        .mapToObj(d ->
                                "v1-%d,v1,2025-06-%02dT09:00:00+02:00,2025-06-%02dT09:30:00+02:00,%.4f,3.2,60.25,55.75,%.4f,%.4f,5\n"
                                        .formatted(d, d, d, 20 / MILE, odometer(d) / MILE, (odometer(d) + 20) / MILE))
                        .collect(Collectors.joining()));
        TestSpark.session()
                .sql(
                        "SELECT concat('p-', id) drive_id, 'p' vehicle_id, timestamp_seconds(1748761200 + 86400 * id) start_time, "
                                + "timestamp_seconds(1748763000 + 86400 * id) end_time, 20D distance_km, 3200L energy_kwh, 0.6025D soc_start, 0.5575D soc_end "
                                + "FROM range(10)")
                .coalesce(1)
                .write()
                .parquet(folder.resolve("in/parquet").toString());
        IngestVehiclesRun.Result result = ingest.run();
        assertThat(result.accounting()).isEqualTo("60 = 60 + 0 + 0");
        List<Row> rows = ingest.lake()
                .read(Drive.TABLE)
                .selectExpr(
                        "distance_km",
                        "energy_kwh",
                        "soc_start",
                        "soc_end",
                        "odometer_end_km - odometer_start_km",
                        "date_format(start_time, 'HH:mm')",
                        "unix_seconds(end_time) - unix_seconds(start_time)")
                .collectAsList();
        assertThat(rows).hasSize(60).allSatisfy(row -> {
            assertThat(row.getDouble(0)).isCloseTo(20, within(1e-3));
            assertThat(row.getDouble(1)).isEqualTo(3.2);
            assertThat(row.getDouble(2)).isEqualTo(60.25);
            assertThat(row.getDouble(3)).isEqualTo(55.75);
            assertThat(row.isNullAt(4) ? 20 : row.getDouble(4)).isCloseTo(20, within(1e-3));
            assertThat(row.getString(5)).isEqualTo("07:00");
            assertThat(row.getLong(6)).isEqualTo(1_800);
        });
        assertThat(Ingest.findings(result.record())).containsOnlyKeys("foreign_unit", "zone_assumed");
        assertThat(Ingest.findings(result.record())).isEqualTo(Map.of("foreign_unit", 3L, "zone_assumed", 2L));
        assertThat(result.told())
                .contains(
                        "miles.csv holds drive: distance mi, energy kWh, soc percent, decimal point, dates ymd, times with offset")
                .contains(
                        "comma.csv holds drive: distance km, energy kWh, soc percent, decimal comma, dates dmy, times local (Europe/Berlin, assumed)")
                .contains(
                        "american.csv holds drive: distance km, energy kWh, soc percent, decimal point, dates mdy, times local (Europe/Berlin, assumed)")
                .contains("2 files such as fraction.csv hold drive: distance km, energy Wh, soc fraction");
    }

    private static void write(IngestVehiclesRun ingest, String name, String header, int vehicle, Style style)
            throws IOException {
        ingest.write(
                name + ".csv",
                header,
                IntStream.range(10, 20)
                        .mapToObj(day -> style.line("v" + vehicle, day, odometer(day)))
                        .collect(Collectors.joining("\n", "", "\n")));
    }

    private static double odometer(int day) {
        return 12_000 + 20 * day;
    }

    private static String thousands(double km) {
        return "%d.%03d,0".formatted((int) km / 1000, (int) km % 1000);
    }

    @Test
    void whenClocksGoBackAChargeStillEndsAfterItBegan() throws IOException {
        var ingest = new IngestVehiclesRun(folder, TableFormat.DELTA);
        ingest.write(
                "charges.csv",
                IngestVehiclesRun.CHARGES,
                """
                over,v1,2025-10-26 02:30,2025-10-26 02:10,5,40,50,7,7,AC,
                before,v2,2025-10-26 01:30,2025-10-26 02:10,5,40,50,7,7,AC,
                after,v3,2025-10-26 03:30,2025-10-26 04:10,5,40,50,7,7,AC,
                never,v4,2025-03-30 02:30,2025-03-30 04:10,5,40,50,7,7,AC,
                offset,v5,2025-03-30T02:30:00+02:00,2025-03-30T04:10:00+02:00,5,40,50,7,7,AC,
                swapped,v6,2025-13-01 10:00,2025-13-01 11:00,5,40,50,7,7,AC,
                """);
        IngestVehiclesRun.Result result = ingest.run("--zone", "Europe/Berlin");
        assertThat(ingest.lake().read(Charge.TABLE))
                .hasRows(
                        """
                        charge_id | start_time           | end_time
                        over      | 2025-10-26T00:30:00Z | 2025-10-26T01:10:00Z
                        before    | 2025-10-25T23:30:00Z | 2025-10-26T00:10:00Z
                        after     | 2025-10-26T02:30:00Z | 2025-10-26T03:10:00Z
                        offset    | 2025-03-30T00:30:00Z | 2025-03-30T02:10:00Z
                        """);
        assertThat(Ingest.findings(result.record()))
                .containsEntry("nonexistent_local_time", 1L)
                .containsEntry("ambiguous_local_time", 2L)
                .containsEntry("unparseable_time", 1L)
                .doesNotContainKey("end_before_start");
    }

    @Test
    void textsThatWereDecodedWronglyAreRepairedWhereNothingIsLost() throws IOException {
        var ingest = new IngestVehiclesRun(folder, TableFormat.DELTA);
        String header = "vehicle_id,client_id,model\n";
        ingest.write("mac.csv", header, misread("köln-1,Müller,Škoda Enyaq\n", "x-MacRoman"));
        ingest.write("turkish.csv", header, misread("muğla-1,şirket,Zoë\nísland-1,x,Ítur\n", "windows-1254"));
        ingest.write("right.csv", header, "KÖLN-1,Müller,Škoda Enyaq\nplain-1,“Öko” – AG,Zoe\n");
        IngestVehiclesRun.Result result = ingest.run();
        assertThat(result.accounting()).isEqualTo("5 = 4 + 0 + 1");
        assertThat(Ingest.findings(result.record())).containsEntry("mojibake", 3L);
        assertThat(ingest.lake().read(Vehicle.TABLE).where("vehicle_id not like '%sland%'"))
                .hasRows(
                        """
                        vehicle_id | client_id   | model       | text_raw
                        köln-1     | Müller      | Škoda Enyaq | %s
                        muğla-1    | şirket      | Zoë         | %s
                        plain-1    | “Öko” – AG  | Zoe         |
                        """
                                .formatted(
                                        raw(
                                                misread("köln-1", "x-MacRoman"),
                                                misread("Müller", "x-MacRoman"),
                                                misread("Škoda Enyaq", "x-MacRoman")),
                                        raw(
                                                misread("muğla-1", "windows-1254"),
                                                misread("şirket", "windows-1254"),
                                                misread("Zoë", "windows-1254"))));
        assertThat(ingest.lake().read(Vehicle.TABLE).where("vehicle_id like '%sland%'"))
                .hasRows("vehicle_id | model | text_raw\nísland-1 | %s | {\"vehicle_id\":\"%s\"}"
                        .formatted(misread("Ítur", "windows-1254"), misread("ísland-1", "windows-1254")));
    }

    private static String misread(String text, String encoding) {
        return new String(text.getBytes(StandardCharsets.UTF_8), Charset.forName(encoding));
    }

    private static String raw(String vehicle, String client, String model) {
        return "{\"vehicle_id\":\"%s\",\"client_id\":\"%s\",\"model\":\"%s\"}".formatted(vehicle, client, model);
    }

    @Test
    void tablesOfTeslaMateAreUtcAndKnownByTheirColumns() throws IOException {
        var ingest = new IngestVehiclesRun(folder, TableFormat.DELTA);
        ingest.write(
                "drives.csv",
                "id,start_date,end_date,outside_temp_avg,speed_max,start_km,end_km,distance,duration_min,car_id,start_rated_range_km,end_rated_range_km\n",
                "1,2025-06-01 05:00:00.123,2025-06-01 05:30:00,18.5,120,1000.5,1030.5,30,30,1,300,262\n");
        ingest.write(
                "charging.csv",
                "id,start_date,end_date,charge_energy_added,charge_energy_used,start_battery_level,end_battery_level,duration_min,outside_temp_avg,car_id,cost\n",
                "1,2025-06-01 18:00:00,2025-06-01 20:00:00,14.2,15.1,50,70,120,20,1,\n2,2025-06-02 18:00:00,,,,50,,,20,1,\n");
        ingest.write("cars.csv", "id,name,efficiency,eid,model,vid,vin,trim_badging\n1,Blitz,0.153,7,3,9,5YJ3,74D\n");
        IngestVehiclesRun.Result result = ingest.run("--format", "teslamate");
        assertThat(result.accounting()).isEqualTo("4 = 3 + 1 + 0");
        assertThat(ingest.lake().read(Drive.TABLE))
                .hasRows(
                        """
                        drive_id | vehicle_id | start_time               | end_time             | distance_km | odometer_end_km | outside_temp_c | soc_start | energy_kwh
                        1        | 1          | 2025-06-01T05:00:00.123Z | 2025-06-01T05:30:00Z | 30.0        | 1030.5          | 18.5           |           |
                        """);
        assertThat(ingest.lake().read(Charge.TABLE))
                .hasRows(
                        """
                        charge_id | vehicle_id | start_time           | end_time             | energy_kwh | soc_start | soc_end
                        1         | 1          | 2025-06-01T18:00:00Z | 2025-06-01T20:00:00Z | 14.2       | 50.0      | 70.0
                        """);
        assertThat(ingest.lake().read(Vehicle.TABLE)).hasRows("vehicle_id | model | vehicle_type\n1 | 3 | 74D");
        assertThat(Ingest.findings(result.record())).containsEntry("no_end", 1L).doesNotContainKey("zone_assumed");
    }

    @Test
    void eventsGetTheEndThatFollowsFromCapacityAndPower() throws IOException {
        var ingest = new IngestVehiclesRun(folder, TableFormat.DELTA);
        ingest.write(
                "events.csv",
                "timestamp,vehicle_id_hash,soc_start,soc_end,power\n",
                """
                2025-06-01T10:00:00Z,AB12,40,60,10
                2025-06-01T10:00:00Z,ab12,40,60,10
                2025-06-01T10:00:00Z,cd34,20,70,50
                2025-06-01T10:00:00Z,ef56,60,60,11
                2025-06-01T10:00:00Z,gh78,60,70,0
                """);
        ingest.write("register.csv", "vehicle_id,battery_kwh\nab12,50\n");
        IngestVehiclesRun.Result result = ingest.run("--format", "events", "--battery-kwh", "80");
        assertThat(result.accounting()).isEqualTo("6 = 3 + 2 + 1");
        assertThat(ingest.lake().read(Charge.TABLE))
                .hasRows(
                        """
                        charge_id       | vehicle_id | start_time           | end_time             | energy_kwh | power_mean_kw | derived_end
                        ab12@1748772000 | ab12       | 2025-06-01T10:00:00Z | 2025-06-01T11:00:00Z | 10.0       | 10.0          | true
                        cd34@1748772000 | cd34       | 2025-06-01T10:00:00Z | 2025-06-01T10:48:00Z | 40.0       | 50.0          | true
                        """);
        assertThat(Ingest.findings(result.record()))
                .containsEntry("derived_end", 3L)
                .containsEntry("capacity_assumed", 1L)
                .containsEntry("no_end", 2L);
        assertThat(ingest.lake().read(Tables.QUARANTINE_VEHICLES)).hasRows("reasons | copies\nno_end | 1\nno_end | 1");
    }
}
