package io.chargelake.jobs.status.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChargecloudFormatTest {
    private static final String NAME = "20220111_215824_cp_data_cities.json";
    private static final String BONN =
            """
            {"bonn": {"data": [{"id": "7", "name": "Rathaus", "address": "Markt 2", "city": "Bonn", "postal_code": "53111", "country": "DE",
                "coordinates": {"latitude": "50.7340", "longitude": "7.1036"}, "operator": {"name": "SWB", "hotline": "+49228"},
                "opening_times": {"twentyfourseven": true}, "owner": null, "roaming": false,
                "evses": [{"uid": "1", "id": "DE*SWB*E1", "status": "CHARGING", "parkingsensor_status": "OCCUPIED", "floor_level": "",
                    "vehicle_type": "four_wheeled", "chargePointPosition": "links", "chargingStationPosition": null,
                    "connectors": [{"id": "11", "status": "CHARGING", "standard": "IEC_62196_T2", "format": "SOCKET",
                        "power_type": "AC_3_PHASE", "ampere": "32", "voltage": "400", "max_power": 22, "tariff_id": null}]}]}],
              "status_code": 1000, "status_message": "Success", "timestamp": "2022-01-11T21:58:22+01:00"}}
            """;

    @Test
    void aPollIsStatusesAndMasterData() {
        Parsed parsed = parse(BONN);
        assertThat(parsed.polls())
                .containsExactly(
                        "point DE*SWB*E1 2022-01-11T20:58:22Z CHARGING OCCUPIED",
                        "connector 11 2022-01-11T20:58:22Z CHARGING");
        assertThat(parsed.masters())
                .containsExactly(
                        "charging_station 7 {\"name\":\"Rathaus\",\"address\":\"Markt 2\",\"city\":\"Bonn\",\"postal_code\":\"53111\",\"country\":\"DE\","
                                + "\"roaming\":false,\"longitude\":7.1036,\"latitude\":50.734,\"operator_name\":\"SWB\",\"operator_hotline\":\"+49228\",\"open_24_7\":true}",
                        "charging_point DE*SWB*E1 {\"id_cs\":7,\"cp_position\":\"links\",\"vehicle_type\":\"four_wheeled\"}",
                        "connector 11 {\"id_cp\":\"DE*SWB*E1\",\"format\":\"SOCKET\",\"power_type\":\"AC_3_PHASE\",\"ampere\":32,\"voltage\":400,\"max_power\":22,"
                                + "\"standard\":\"IEC_62196_T2\"}");
        assertThat(parsed.refused()).isEmpty();
        assertThat(parsed.notes()).isEmpty();
    }

    @Test
    void packedOrWithAByteOrderMarkOrForOneCityAloneItIsTheSame() throws IOException {
        Parsed plain = parse(BONN);
        assertThat(Parsed.of(SourceFormat.CHARGECLOUD, NAME, gzip(BONN))).isEqualTo(plain);
        assertThat(parse("\uFEFF" + BONN)).isEqualTo(plain);
        assertThat(Parsed.of(SourceFormat.CHARGECLOUD, NAME, BONN.getBytes(StandardCharsets.UTF_16)))
                .isEqualTo(plain);
        String alone = BONN.strip().replaceFirst("^\\{\"bonn\": ", "").replaceFirst("}$", "");
        assertThat(parse(alone)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({
        "20220111_215824_cp.json, 2022-01-11T20:58:24Z",
        "cp-20220711T215824.json.gz, 2022-07-11T19:58:24Z",
        "20221030_023000.json, 2022-10-30T00:30:00Z",
        "20221030_003000Z_chargecloud.json.gz, 2022-10-30T00:30:00Z",
        "20221030_013000Z_chargecloud.json.gz, 2022-10-30T01:30:00Z"
    })
    void withoutATimestampTheNameTellsTheTime(String name, String time) {
        String text = BONN.replaceFirst(", \"timestamp\": \"[^\"]*\"", "");
        assertThat(Parsed.of(SourceFormat.CHARGECLOUD, name, text).polls())
                .contains("connector 11 " + time + " CHARGING");
    }

    @ParameterizedTest
    @CsvSource({"cp.json, no_time", "20220111_256000.json, no_time", "20220327_023000.json, nonexistent_local_time"})
    void aPartWithoutATimeIsRefused(String name, String code) {
        String text = BONN.replaceFirst(", \"timestamp\": \"[^\"]*\"", "");
        Parsed parsed = Parsed.of(SourceFormat.CHARGECLOUD, name, text);
        assertThat(parsed.polls()).isEmpty();
        assertThat(parsed.masters()).isEmpty();
        assertThat(parsed.refused()).singleElement().asString().startsWith(code + " {\"data\":[");
    }

    @Test
    void aTimeThatCameTwiceIsTheFirstWithAWarning() {
        Parsed parsed = parse(BONN.replace("2022-01-11T21:58:22+01:00", "2022-10-30T02:30:00"));
        assertThat(parsed.polls()).contains("connector 11 2022-10-30T00:30:00Z CHARGING");
        assertThat(parsed.notes()).containsExactly("ambiguous_local_time " + NAME + " 2022-10-30T02:30");
    }

    @Test
    void aTimestampThatIsNoTimeIsNotReplacedByTheName() {
        Parsed parsed = parse(BONN.replace("2022-01-11T21:58:22+01:00", "yesterday"));
        assertThat(parsed.refused()).singleElement().asString().startsWith("unparseable_time");
    }

    @Test
    void aFailedRequestIsWarnedOfAndItsDataUsed() {
        Parsed parsed = parse(BONN.replace("1000", "3001"));
        assertThat(parsed.polls()).hasSize(2);
        assertThat(parsed.notes()).containsExactly("request_failed bonn at 1641934702");
        assertThat(parse(
                                "{\"bonn\": {\"status_code\": 3000, \"data\": null, \"timestamp\": \"2022-01-11T21:58:22+01:00\"}}")
                        .notes())
                .hasSize(1);
    }

    @Test
    void aConnectorWithoutAnIdIsRefusedAloneAsItCame() {
        Parsed parsed = parse(BONN.replace("\"id\": \"11\", ", ""));
        assertThat(parsed.polls()).containsExactly("point DE*SWB*E1 2022-01-11T20:58:22Z CHARGING OCCUPIED");
        assertThat(parsed.refused())
                .containsExactly(
                        "missing_id {\"status\":\"CHARGING\",\"standard\":\"IEC_62196_T2\",\"format\":\"SOCKET\",\"power_type\":\"AC_3_PHASE\",\"ampere\":\"32\","
                                + "\"voltage\":\"400\",\"max_power\":22,\"tariff_id\":null}");
    }

    @Test
    void theConnectorsOfAnEvseWithoutAnIdBelongNowhere() {
        Parsed parsed = parse(BONN.replace("\"DE*SWB*E1\"", "null"));
        assertThat(parsed.polls()).isEmpty();
        assertThat(parsed.refused()).hasSize(2);
        assertThat(parsed.refused().get(0)).startsWith("missing_id {\"uid\"").doesNotContain("connectors");
        assertThat(parsed.refused().get(1)).startsWith("orphan_connector {\"id\":\"11\"");
    }

    @Test
    void aLocationWithoutAnIdCostsMasterDataAndNoStatus() {
        Parsed parsed = parse(BONN.replace("\"id\": \"7\", ", ""));
        assertThat(parsed.polls()).hasSize(2);
        assertThat(parsed.masters()).singleElement().asString().startsWith("connector 11");
        assertThat(parsed.refused())
                .singleElement()
                .asString()
                .startsWith("missing_id {\"name\":\"Rathaus\"")
                .doesNotContain("evses");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"32\" | \"much\"",
                "\"32\" | true",
                "\"32\" | []",
                "\"32\" | 1e99",
                "\"50.7340\" | \"fifty\"",
                "\"twentyfourseven\": true | \"twentyfourseven\": \"sometimes\"",
                "\"four_wheeled\" | {\"wheels\": 4}"
            })
    void aBadValueCostsOneMasterRowAndNoStatus(String good, String bad) {
        Parsed parsed = parse(BONN.replace(good, bad));
        assertThat(parsed.polls()).hasSize(2);
        assertThat(parsed.masters()).hasSize(2);
        assertThat(parsed.refused()).singleElement().asString().startsWith("bad_value {");
    }

    @Test
    void numbersMayBeTextsEmptyOrDecimal() {
        Parsed parsed =
                parse(BONN.replace("\"32\"", "32").replace("\"400\"", "\"\"").replace("22,", "\"3.7\","));
        assertThat(parsed.masters().get(2))
                .contains("\"ampere\":32,\"max_power\":4")
                .doesNotContain("voltage");
        assertThat(parsed.refused()).isEmpty();
    }

    @Test
    void textDecodedWronglyIsRepairedAndAFieldNotKnownToldOf() {
        Parsed parsed = parse(BONN.replace("Rathaus", "KÃ¶ln").replace("\"owner\"", "\"proprietor\""));
        assertThat(parsed.masters().get(0)).contains("\"name\":\"Köln\"");
        assertThat(parsed.notes()).containsExactly("new_column location.proprietor", "mojibake KÃ¶ln");
    }

    @Test
    void whatIsNoObjectIsRefusedAsAnElement() {
        Parsed parsed = parse(
                "{\"bonn\": 5, \"koeln\": {\"timestamp\": \"2022-01-11T21:58:22+01:00\", \"status_code\": 1000, "
                        + "\"data\": [17, {\"id\": 1, \"evses\": {}}, {\"id\": 2, \"evses\": [[], {\"id\": \"E\", \"connectors\": [null]}]}]}}");
        assertThat(parsed.refused())
                .containsExactly(
                        "broken_element 17",
                        "broken_element {}",
                        "broken_element []",
                        "broken_element null",
                        "broken_element 5");
        assertThat(parsed.polls()).containsExactly("point E 2022-01-11T20:58:22Z null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "[]",
                "17",
                "{\"bonn\": {\"data\": [",
                "null",
                "<html></html>",
                "{}{}",
                "{\"a\": \u0000}"
            })
    void aFileThatIsNoDocumentIsRefusedAsAFile(String text) {
        Parsed parsed = parse(text);
        assertThat(parsed.polls()).isEmpty();
        assertThat(parsed.refused()).singleElement().asString().startsWith("file unreadable_file: ");
    }

    @Test
    void aFileCutAnywhereGivesAllOfItOrNothing() throws IOException {
        byte[] packed = gzip(BONN);
        for (int length = 0; length < packed.length; length += 7) {
            assertThat(Parsed.of(SourceFormat.CHARGECLOUD, NAME, Arrays.copyOf(packed, length))
                            .refused())
                    .as("%d bytes of gzip", length)
                    .hasSize(1);
        }
        byte[] plain = BONN.strip().getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < plain.length; length += 13) {
            Parsed parsed = Parsed.of(SourceFormat.CHARGECLOUD, NAME, Arrays.copyOf(plain, length));
            assertThat(parsed.refused()).as("%d bytes", length).hasSize(1);
            assertThat(parsed.polls()).isEmpty();
        }
    }

    @Test
    void latinBytesAreRefusedAsAFile() {
        assertThat(Parsed.of(
                                SourceFormat.CHARGECLOUD,
                                NAME,
                                BONN.replace("Markt", "Köln").getBytes(StandardCharsets.ISO_8859_1))
                        .refused())
                .singleElement()
                .asString()
                .contains("Invalid UTF-8");
    }

    private static Parsed parse(String text) {
        return Parsed.of(SourceFormat.CHARGECLOUD, NAME, text);
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
