package io.chargelake.jobs.cli;

import static io.chargelake.jobs.testing.DatasetAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.tables.StationDelivery;
import io.chargelake.jobs.tables.StationRegister;
import io.chargelake.jobs.testing.TestSpark;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each register's own way of writing, to the columns of the canonical one. */
class IngestStationsTest {
    @TempDir
    Path folder;

    private StationsRun stations;

    @BeforeEach
    void aLake() {
        stations = new StationsRun(folder, TableFormat.DELTA);
    }

    @ParameterizedTest
    @EnumSource(TableFormat.class)
    void flatAsCsvAsJsonAndAsParquetIsTheSame(TableFormat format) throws IOException {
        stations = new StationsRun(folder, format);
        Path csv = stations.write(
                "flat.csv",
                StationsRun.FLAT,
                """
                a,"Köln, Dom",Köln,NRW,50667,de,50.94,6.96,Op,public,true,operational,2020-05-01,IEC_62196_T2|CHADEMO,3,50,1,DE*ABC*E1
                b,,,,,DE,51,7,,private,false,planned,,,,,,
                c,,,,,DE,51.5,7,,,unknown,,,,,,,
                """);
        Path json = stations.write(
                "flat.json",
                """
                {"stations": [
                  {"station_id": "a", "name": "Köln, Dom", "city": "Köln", "state": "NRW", "postal_code": 50667, "country": "DEU",
                   "latitude": 50.94, "longitude": "6.96", "operator": "Op", "access": "public", "open_24_7": true,
                   "status": "operational", "opened_on": "2020-05-01", "connector_types": ["CHADEMO", "IEC_62196_T2"],
                   "connectors": 3, "max_power_kw": 50.0, "fast_connectors": 1},
                  {"station_id": "b", "country": "DE", "latitude": 51, "longitude": 7, "access": "private", "open_24_7": false,
                   "status": "planned", "name": null},
                  {"station_id": "c", "country": "DE", "latitude": 51.5, "longitude": 7}
                ]}
                """);
        JsonNode record = stations.ingest("flat", csv, "--source", "s", "--as-of", "2025-01-01");
        assertThat(Ingest.accounting(record)).isEqualTo("3 = 3 + 0 + 0");
        assertFlat();
        TestSpark.session()
                .read()
                .json(TestSpark.session()
                        .createDataset(
                                java.util.List.of(
                                        """
                                        {"station_id":"a","name":"Köln, Dom","city":"Köln","state":"NRW","postal_code":"50667","country":"DE","latitude":50.94,"longitude":6.96,"operator":"Op","access":"public","open_24_7":true,"status":"operational","opened_on":"2020-05-01","connector_types":["CHADEMO","IEC_62196_T2"],"connectors":3,"max_power_kw":50.0,"fast_connectors":1}""",
                                        """
                                        {"station_id":"b","country":"DE","latitude":51.0,"longitude":7.0,"access":"private","open_24_7":false,"status":"planned"}""",
                                        """
                                        {"station_id":"c","country":"DE","latitude":51.5,"longitude":7.0}"""),
                                org.apache.spark.sql.Encoders.STRING()))
                .coalesce(1)
                .write()
                .parquet(folder.resolve("parquet").toString());
        for (Path same : new Path[] {json, folder.resolve("parquet")}) {
            JsonNode again = stations.ingest("flat", same, "--source", "s", "--as-of", "2025-01-02");
            assertThat(Ingest.accounting(again)).isEqualTo("3 = 3 + 0 + 0");
            assertFlat();
            // nothing differs, so nothing is written but that there was this delivery
            assertThat(again.get("outputs")).hasSize(1);
        }
        assertThat(stations.lake().read(StationDelivery.TABLE))
                .hasRows(
                        """
                        source | delivered_on | stations | complete
                        s      | 2025-01-01   | 3        | true
                        s      | 2025-01-02   | 3        | true
                        """);
    }

    private void assertFlat() {
        assertThat(stations.lake().read(StationRegister.TABLE))
                .hasRows(
                        """
                        station_id | source | name      | city | postal_code | country | latitude | longitude | operator | access  | open_24_7 | status      | opened_on  | connector_types      | connectors | max_power_kw | fast_connectors
                        a          | s      | Köln, Dom | Köln | 50667       | DE      | 50.94    | 6.96      | Op       | public  | true      | operational | 2020-05-01 | CHADEMO,IEC_62196_T2 | 3          | 50.0         | 1
                        b          | s      |           |      |             | DE      | 51.0     | 7.0       |          | private | false     | planned     |            |                      |            |              |
                        c          | s      |           |      |             | DE      | 51.5     | 7.0       |          | unknown |           | unknown     |            |                      |            |              |
                        """);
    }

    @Test
    void oneObjectALineIsReadToo() throws IOException {
        Path file = stations.write(
                "flat.jsonl",
                """
                {"station_id": "a", "country": "DE", "latitude": 51, "longitude": 7}
                {"station_id": "b", "country": "DE", "latitude":
                {"station_id": "c", "country": "DE", "latitude": 51, "longitude": 7}
                """);
        JsonNode record = stations.ingest("flat", file);
        assertThat(Ingest.accounting(record)).isEqualTo("3 = 2 + 1 + 0");
        assertThat(Ingest.findings(record)).containsEntry("broken_line", 1L);
    }

    @Test
    void afdcTellsPortsByLevelAndHoursInWords() throws IOException {
        Path file = stations.write(
                "afdc.csv",
                """
                Fuel Type Code,Station Name,Street Address,City,State,ZIP,Status Code,Access Days Time,EV Level1 EVSE Num,EV Level2 EVSE Num,EV DC Fast Count,EV Network,Latitude,Longitude,ID,Open Date,EV Connector Types,Country,Access Code
                ELEC,One,1 Main St,Boston,MA,2128,E,24 hours daily; see staff,,2,,ChargePoint Network,42.36,-71.05,1,3/15/2009,J1772,US,public
                ELEC,Two,2 Main St,Boston,MA,02129,T,Mon: 8am-5pm,1,1,3,Tesla,42.37,-71.05,2,2020-01-31,TESLA CHADEMO,US,private
                ELEC,Three,,Montreal,QC,H3A 1A1,P,Employee use only,,,,,45.50,-73.57,3,,,CA,
                ELEC,Four,,Boston,MA,2128,E,,,,1,,42.36,-71.05,4,,NEW_PLUG,US,public
                CNG,Five,,Boston,MA,2128,E,24 hours daily,,,,,42.36,-71.05,5,,,US,public
                """);
        JsonNode record = stations.ingest("afdc", file);
        assertThat(Ingest.accounting(record)).isEqualTo("4 = 4 + 0 + 0");
        assertThat(Ingest.findings(record))
                .containsEntry("other_fuel", 1L)
                .containsEntry("hours_missing", 2L)
                .containsEntry("postcode_padded", 2L)
                .containsEntry("unknown_word", 1L)
                .containsEntry("no_connectors", 1L)
                .hasSize(5);
        assertThat(stations.lake().read(StationRegister.TABLE))
                .hasRows(
                        """
                        station_id | source | address   | postal_code | country | operator            | access  | open_24_7 | status         | opened_on  | connector_types   | connectors | max_power_kw | fast_connectors
                        1          | afdc   | 1 Main St | 02128       | US      | ChargePoint Network | public  | true      | operational    | 2009-03-15 | IEC_62196_T1      | 2          |              | 0
                        2          | afdc   | 2 Main St | 02129       | US      | Tesla               | private | false     | out_of_service | 2020-01-31 | CHADEMO,SAE_J3400 | 5          |              | 3
                        3          | afdc   |           | H3A 1A1     | CA      |                     | unknown |           | planned        |            |                   | 0          |              | 0
                        4          | afdc   |           | 02128       | US      |                     | public  |           | operational    |            |                   | 1          |              | 1
                        """);
    }

    @Test
    void germanWordsOfTheBundesnetzagenturAreUnderstoodInJsonAndCsv() throws IOException {
        Path json = stations.write(
                "bnetza.json",
                """
                {"chargingStations": [
                  {"id": 1, "city": "Köln", "state": "NRW", "postal_code": "50667", "street": "Domstraße", "house_no": "1",
                   "coordinates": {"latitude": 50.94, "longitude": 6.96}, "operator": {"companyName": "Stadtwerke"},
                   "status": {"operational": "In Betrieb"}, "type": "Schnellladeeinrichtung", "go_live_date": "04.08.2016",
                   "opening_hours_specification": "247", "opening_days": [], "max_electric_power_station": 172,
                   "evses": [{"evse_id": "DE*ABC*E1", "public_key_available": false,
                              "connectors": [{"connector_type": "DC Fahrzeugkupplung Typ Combo 2 (CCS)", "max_electric_power_connector": 150},
                                             {"connector_type": "AC Schuko", "max_electric_power_connector": 3.7}]}]},
                  {"id": 2, "city": "Köln", "coordinates": {"latitude": 50.95, "longitude": 6.97}, "status": {"operational": "Außer Betrieb"},
                   "opening_hours_specification": "Keine Angabe", "opening_days": [{"weekday": "Montag", "open_from": "06:00", "open_to": "22:00"}],
                   "max_electric_power_station": 66, "access_restriction": "Keine Beschränkung",
                   "evses": [{"connectors": [{"connector_type": "AC Typ 2 Steckdose", "max_electric_power_connector": 22},
                                             {"connector_type": "AC Typ 2 Fahrzeugkupplung", "max_electric_power_connector": 22},
                                             {"max_electric_power_connector": 22}]}]}
                ]}
                """);
        String german =
                """
                Stand: 01.01.2025;;;;;;;;;;;;;;;;;;
                ;;;;;;;;;;;;;;;;;;
                Ladeeinrichtungs-ID;Betreiber;Status;Art der Ladeeinrichtung;Anzahl Ladepunkte;Inbetriebnahmedatum;Straße;Hausnummer;Postleitzahl;Ort;Bundesland;Breitengrad;Längengrad;Öffnungszeiten;Öffnungszeiten: Wochentage;Steckertypen1;Nennleistung Stecker1;EVSE-ID1;Public Key1
                1;Stadtwerke;In Betrieb;Schnellladeeinrichtung;1;04.08.2016;Domstraße;1;50667;Köln;NRW;50,94;6,96;247;;"DC Fahrzeugkupplung Typ Combo 2 (CCS); AC Schuko";"150; 3,7";DE*ABC*E1;
                2;;Außer Betrieb;Normalladeeinrichtung;3;;;;;Köln;;50,95;6,97;Eingeschränkt;Montag;"AC Typ 2 Steckdose; AC Typ 2 Fahrzeugkupplung";22;;
                """;
        Path csv = Files.write(folder.resolve("bnetza.csv"), german.getBytes(Charset.forName("windows-1252")));
        JsonNode record = stations.ingest("bnetza", json, "--as-of", "2025-01-01");
        assertThat(Ingest.accounting(record)).isEqualTo("2 = 2 + 0 + 0");
        assertThat(Ingest.findings(record)).isEmpty();
        String one =
                """
                station_id | address     | city | country | operator   | access | open_24_7 | status         | opened_on  | connector_types               | connectors | max_power_kw | fast_connectors
                1          | Domstraße 1 | Köln | DE      | Stadtwerke | public | true      | operational    | 2016-08-04 | DOMESTIC_F,IEC_62196_T2_COMBO | 2          | 150.0        | 1
                """;
        assertThat(stations.lake().read(StationRegister.TABLE))
                .hasRows(
                        one
                                + """
                                2          |             | Köln | DE      |            | public | false     | out_of_service |            | IEC_62196_T2                  | 3          | 22.0         | 0
                                """);
        JsonNode ofCsv = stations.ingest("bnetza", csv, "--as-of", "2025-02-01");
        assertThat(Ingest.accounting(ofCsv)).isEqualTo("2 = 2 + 0 + 0");
        assertThat(Ingest.findings(ofCsv)).containsOnlyKeys("other_encoding");
        assertThat(stations.lake().read(StationRegister.TABLE))
                .hasRows(
                        one
                                + """
                                2          |             | Köln | DE      |            | public | false     | out_of_service |            | IEC_62196_T2                  | 2          | 22.0         | 0
                                """);
    }

    @Test
    void locationsOfOcpiWorkWhenOneOfTheirEvsesDoes() throws IOException {
        Path file = stations.write(
                "locations.json",
                """
                {"status_code": 1000, "timestamp": "2025-01-01T00:00:00Z", "data": [
                  {"country_code": "NL", "party_id": "ABC", "id": "L1", "publish": true, "name": "Gent Zuid", "address": "F.Rooseveltlaan 3A",
                   "city": "Gent", "postal_code": "9000", "country": "BEL", "coordinates": {"latitude": "51.047599", "longitude": "3.729944"},
                   "operator": {"name": "BeCharged"}, "opening_times": {"twentyfourseven": true}, "time_zone": "Europe/Brussels", "last_updated": "2025-01-01T00:00:00Z",
                   "evses": [
                     {"uid": "1", "evse_id": "BE*BEC*E041503001", "status": "OUTOFORDER", "connectors": [
                       {"id": "1", "standard": "IEC_62196_T2", "format": "CABLE", "power_type": "AC_3_PHASE", "max_voltage": 400, "max_amperage": 32, "max_electric_power": 22000}]},
                     {"uid": "2", "evse_id": "no evse id", "status": "CHARGING", "connectors": [
                       {"id": "1", "standard": "IEC_62196_T2_COMBO", "format": "CABLE", "power_type": "DC", "max_voltage": 500, "max_amperage": 125, "max_electric_power": 150000}]},
                     {"status": "AVAILABLE", "connectors": [{"id": "1", "standard": "CHADEMO"}]}]},
                  {"id": "17", "country": "BEL", "coordinates": {"latitude": "51.0", "longitude": "3.7"}, "publish": false, "surprise": 1,
                   "evses": [{"uid": "9", "status": "REMOVED", "connectors": []}]},
                  {"id": "18", "country": "BEL", "coordinates": {"latitude": "51.0", "longitude": "3.7"}, "evses": [{"uid": "9", "status": "PLANNED"}]},
                  "nonsense"
                ]}
                """);
        JsonNode record = stations.ingest("ocpi", file, "--as-of", "2025-01-01");
        // three locations, the EVSE without id, its connector, and what is no location
        assertThat(Ingest.accounting(record)).isEqualTo("6 = 3 + 3 + 0");
        assertThat(Ingest.findings(record))
                .containsEntry("missing_id", 1L)
                .containsEntry("orphan_child", 1L)
                .containsEntry("broken_element", 1L)
                .containsEntry("evse_id_malformed", 1L)
                .containsEntry("power_disagrees", 1L)
                .containsEntry("new_column", 1L)
                .containsEntry("incomplete_delivery", 1L);
        assertThat(stations.lake().read(StationRegister.TABLE))
                .hasRows(
                        """
                        station_id | country | access  | open_24_7 | status         | connector_types                 | connectors | max_power_kw | fast_connectors
                        17         | BE      | private |           | out_of_service |                                 | 0          |              |
                        18         | BE      | unknown |           | planned        |                                 | 0          |              |
                        NL*ABC*L1  | BE      | public  | true      | operational    | IEC_62196_T2,IEC_62196_T2_COMBO | 2          | 150.0        | 1
                        """);
    }

    @Test
    void pointsOfTheFrenchRegisterBecomeStations() throws IOException {
        Path file = stations.write(
                "irve.csv",
                """
                nom_amenageur,nom_operateur,nom_enseigne,id_station_itinerance,id_station_local,nom_station,adresse_station,coordonneesXY,nbre_pdc,id_pdc_itinerance,puissance_nominale,prise_type_ef,prise_type_2,prise_type_combo_ccs,prise_type_chademo,prise_type_autre,condition_acces,horaires,date_mise_en_service,date_maj,consolidated_commune,consolidated_code_postal
                A,Op,E,FRABCP1,,Gare,"1 rue de la Gare, 75012 Paris","[2.37, 48.84]",2,FRABCE11,22,true,1,false,false,false,Accès libre,24/7,2021-05-02,2024-01-01,,
                A,Op,E,FRABCP1,,Gare,"1 rue de la Gare, 75012 Paris","[2.37, 48.84]",2,FRABCE12,150,FALSE,0,TRUE,false,false,Accès libre,24/7,2020-05-02,2024-01-01,,
                A,Op,E,FRABCP1,,Gare,"1 rue de la Gare, 75012 Paris","[2.37, 48.84]",2,FRABCE12,50,FALSE,0,TRUE,false,false,Accès libre,24/7,2020-05-02,2023-01-01,,
                A,,E,Non concerné,local1,Parking,2 rue X,"[5.40, 43.30]",1,FRABCE21,22000,false,true,false,false,false,Accès réservé,Mo-Fr 08:00-19:00,,2024-01-01,Marseille,13001
                A,,E,Non concerné,,Nulle part,2 rue X,"[5.40, 43.30]",1,FRABCE31,22,false,true,false,false,false,Accès réservé,Mo-Fr 08:00-19:00,,2024-01-01,Marseille,13001
                A,,E,FRABCP4,,Renversée,2 rue X,"[43.30, 5.40]",1,FRABCE41,22,false,true,false,false,false,Accès réservé,,,2024-01-01,Marseille,13001
                A,,E,FRABCP1,,Gare,2 rue X,"[2.37, 48.84]",1,,22,false,true,false,false,false,Accès réservé,,,2024-01-01,Paris,75012
                A,,E,FRABCP5,,Peut-être,2 rue X,"[5.40, 43.30]",1,FRABCE51,22,peut-être,true,false,false,false,Accès réservé,,,2024-01-01,Marseille,13001
                """);
        JsonNode record = stations.ingest("irve", file, "--as-of", "2025-01-01");
        assertThat(Ingest.accounting(record)).isEqualTo("8 = 3 + 4 + 1");
        assertThat(Ingest.findings(record))
                .containsEntry("orphan_child", 1L)
                .containsEntry("missing_id", 1L)
                .containsEntry("swapped_coordinates", 1L)
                .containsEntry("bad_value", 1L)
                .containsEntry("superseded_point", 1L)
                .containsEntry("foreign_unit", 1L);
        assertThat(stations.lake().read(StationRegister.TABLE))
                .hasRows(
                        """
                        station_id | source | name    | city      | postal_code | country | latitude | longitude | operator | access  | open_24_7 | status  | opened_on  | connector_types                            | connectors | max_power_kw | fast_connectors
                        FRABCP1    | irve   | Gare    | Paris     | 75012       | FR      | 48.84    | 2.37      | Op       | public  | true      | unknown | 2020-05-02 | DOMESTIC_E,IEC_62196_T2,IEC_62196_T2_COMBO | 3          | 150.0        | 1
                        local1     | irve   | Parking | Marseille | 13001       | FR      | 43.3     | 5.4       | E        | private | false     | unknown |            | IEC_62196_T2                               | 1          | 22.0         | 0
                        """);
    }
}
