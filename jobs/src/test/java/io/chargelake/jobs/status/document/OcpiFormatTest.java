package io.chargelake.jobs.status.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OcpiFormatTest {
    private static final String NAME = "locations.json";
    private static final String GENT =
            """
            {"data": [{"country_code": "BE", "party_id": "BEC", "id": "LOC1", "publish": true, "name": "Gent Zuid", "address": "F.Rooseveltlaan 3A",
                "city": "Gent", "postal_code": "9000", "country": "BEL", "coordinates": {"latitude": "51.047599", "longitude": "3.729944"},
                "parking_type": "ON_STREET", "operator": {"name": "BeCharged"}, "owner": {"name": "City of Gent"},
                "opening_times": {"twentyfourseven": true}, "last_updated": "2015-06-29T20:39:09Z",
                "evses": [
                  {"uid": "3256", "evse_id": "BE*BEC*E041503001", "status": "BLOCKED", "floor_level": "-1", "physical_reference": "1",
                    "connectors": [{"id": "1", "standard": "IEC_62196_T2", "format": "CABLE", "power_type": "AC_3_PHASE", "max_voltage": 220,
                        "max_amperage": 16, "max_electric_power": 10560, "tariff_ids": ["11"], "last_updated": "2015-03-16T10:10:02Z"}],
                    "last_updated": "2015-06-28T08:12:01Z"},
                  {"uid": "3257", "status": "AVAILABLE", "connectors": [{"id": "1", "standard": "CHADEMO", "voltage": 400, "amperage": 125}]}]}],
              "status_code": 1000, "status_message": "Success", "timestamp": "2015-06-30T21:59:59Z"}
            """;

    @Test
    void connectorsHaveTheStatusOfTheirEvseAndAnIdBelowItsOwn() {
        Parsed parsed = parse(GENT);
        assertThat(parsed.polls())
                .containsExactly(
                        "point BE*BEC*E041503001 2015-06-30T21:59:59Z BLOCKED",
                        "connector BE*BEC*E041503001*1 2015-06-30T21:59:59Z BLOCKED",
                        "point 3257 2015-06-30T21:59:59Z AVAILABLE",
                        "connector 3257*1 2015-06-30T21:59:59Z AVAILABLE");
        assertThat(parsed.refused()).isEmpty();
        assertThat(parsed.notes()).isEmpty();
    }

    @Test
    void masterDataIsReadFromBothVersions() {
        assertThat(parse(GENT.replace("\"LOC1\"", "\"12\"")).masters())
                .containsExactly(
                        "charging_station 12 {\"name\":\"Gent Zuid\",\"address\":\"F.Rooseveltlaan 3A\",\"city\":\"Gent\",\"postal_code\":\"9000\",\"country\":\"BEL\","
                                + "\"owner\":\"City of Gent\",\"longitude\":3.729944,\"latitude\":51.047599,\"operator_name\":\"BeCharged\",\"open_24_7\":true}",
                        "charging_point BE*BEC*E041503001 {\"id_cs\":12,\"charging_station_position\":\"ON_STREET\",\"cp_position\":\"1\",\"floor_level\":\"-1\"}",
                        "connector BE*BEC*E041503001*1 {\"id_cp\":\"BE*BEC*E041503001\",\"format\":\"CABLE\",\"power_type\":\"AC_3_PHASE\",\"ampere\":16,\"voltage\":220,"
                                + "\"max_power\":11,\"standard\":\"IEC_62196_T2\"}",
                        "charging_point 3257 {\"id_cs\":12,\"charging_station_position\":\"ON_STREET\"}",
                        "connector 3257*1 {\"id_cp\":\"3257\",\"ampere\":125,\"voltage\":400,\"standard\":\"CHADEMO\"}");
    }

    @Test
    void anIdThatIsNoNumberBecomesTheSameNegativeOneAlways() {
        String station = parse(GENT).masters().get(0);
        assertThat(station).matches("charging_station -\\d+ \\{\"source_id\":\"BE\\*BEC\\*LOC1\",.*");
        assertThat(parse(GENT.replace("Gent Zuid", "Gent Noord"))
                        .masters()
                        .get(0)
                        .split(" ")[1])
                .isEqualTo(station.split(" ")[1]);
        assertThat(parse(GENT.replace("BEC\"", "BED\"")).masters().get(0).split(" ")[1])
                .isNotEqualTo(station.split(" ")[1]);
    }

    @ParameterizedTest
    @CsvSource({
        "2015-06-30T21:59:59, 2015-06-30T21:59:59Z",
        "2015-06-30T21:59:59.123Z, 2015-06-30T21:59:59Z",
        "2015-06-30T23:59:59+02:00, 2015-06-30T21:59:59Z"
    })
    void timesWithoutAnOffsetAreUtc(String timestamp, String time) {
        assertThat(parse(GENT.replace("2015-06-30T21:59:59Z", timestamp)).polls())
                .contains("point 3257 " + time + " AVAILABLE");
    }

    @Test
    void theBareListTakesItsTimeFromTheName() {
        String list = "[{\"id\": \"1\", \"evses\": [{\"uid\": \"E\", \"status\": \"CHARGING\"}]}]";
        assertThat(Parsed.of(SourceFormat.OCPI, "20250102_120000.json", list).polls())
                .containsExactly("point E 2025-01-02T11:00:00Z CHARGING");
        assertThat(parse(list).refused()).singleElement().asString().startsWith("file no_time: ");
    }

    @Test
    void pagesStandOneAfterTheOtherEachWithItsTime() {
        String page =
                "{\"data\": [{\"id\": \"1\", \"evses\": [{\"uid\": \"A\", \"status\": \"CHARGING\"}]}], \"timestamp\": \"2025-01-01T00:00:00Z\"}";
        String next = page.replace("\"A\"", "\"B\"").replace("00:00Z", "00:05Z");
        assertThat(parse(page + "\n" + next + "\n").polls())
                .containsExactly("point A 2025-01-01T00:00:00Z CHARGING", "point B 2025-01-01T00:00:05Z CHARGING");
        Parsed cut = parse(page + "\n" + next.substring(0, 40));
        assertThat(cut.polls()).isEmpty();
        assertThat(cut.refused()).singleElement().asString().startsWith("file unreadable_file: ");
    }

    @Test
    void oneLocationAloneIsReadToo() {
        assertThat(parse(
                                "{\"data\": {\"id\": \"1\", \"evses\": [{\"uid\": \"E\", \"status\": \"CHARGING\"}]}, \"timestamp\": \"2025-01-01T00:00:00Z\"}")
                        .polls())
                .containsExactly("point E 2025-01-01T00:00:00Z CHARGING");
    }

    @Test
    void aFailedRequestIsWarnedOf() {
        Parsed parsed = parse("{\"status_code\": 2001, \"data\": null, \"timestamp\": \"2025-01-01T00:00:00Z\"}");
        assertThat(parsed.notes()).containsExactly("request_failed at 1735689600");
        assertThat(parsed.refused()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"data\": [", "\"data\"", "{\"hello\": 1}"})
    void aFileThatIsNoAnswerIsRefusedAsAFile(String text) {
        assertThat(parse(text).refused()).singleElement().asString().startsWith("file unreadable_file: ");
    }

    private static Parsed parse(String text) {
        return Parsed.of(SourceFormat.OCPI, NAME, text);
    }
}
