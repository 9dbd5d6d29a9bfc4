package io.chargelake.privacy.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.chargelake.privacy.request.Admitted;
import io.chargelake.privacy.request.Asked;
import io.chargelake.privacy.request.Product;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryTest {
    private static final Asked ASKED =
            Asked.usual().measures("count(records)|sum(energy_kwh)").totals("day");
    private static final String ROWS =
            """
            2026-03-02, van   | 40, 1200
            2026-03-01, van   | 120, 3450.0
            2026-03-01, ?     | 140, 1E+4
            2026-03-01, truck | ?, ?
            """;

    @Test
    void figuresAreRowsInOneOrderWithTotalsBelow() {
        assertThat(delivered().text(".csv"))
                .isEqualTo(
                        """
                        day,vehicle_type,count_records,sum_energy_kwh,withheld
                        2026-03-01,truck,,,true
                        2026-03-01,van,120,3450,false
                        2026-03-01,,140,10000,false
                        2026-03-02,van,40,1200,false
                        """
                                .replace("\n", "\r\n"));
    }

    @Test
    void filesAreNamedAfterRequestAndPeriodAndTheManifestComesLast() {
        assertThat(delivered().files.keySet())
                .containsExactly(
                        "energy-by-day-2026-03-01--2026-04-01.csv",
                        "energy-by-day-2026-03-01--2026-04-01.schema.json",
                        "energy-by-day-2026-03-01--2026-04-01.manifest.json");
    }

    @Test
    void theSchemaSaysWhatEachColumnIsAndWhatEmptyMeans() {
        assertThat(delivered().text(".schema.json"))
                .isEqualTo(
                        """
                        {
                          "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
                          "title": "Energy by day and kind of vehicle",
                          "fields": [
                            {
                              "name": "day",
                              "type": "date",
                              "description": "day, as 2026-03-01, UTC; empty in a total over all of them"
                            },
                            {
                              "name": "vehicle_type",
                              "type": "string",
                              "description": "kind of vehicle; empty in a total over all of them"
                            },
                            {
                              "name": "count_records",
                              "type": "number",
                              "description": "number of records (charge sessions), rounded to 10; empty where withheld or not known"
                            },
                            {
                              "name": "sum_energy_kwh",
                              "type": "number",
                              "description": "sum of energy_kwh (energy), rounded to 10 kWh; empty where withheld or not known",
                              "unit": "kWh"
                            },
                            {
                              "name": "withheld",
                              "type": "boolean",
                              "description": "whether a figure of the row is left empty to protect those whose data it would be made of",
                              "trueValues": [
                                "true"
                              ],
                              "falseValues": [
                                "false"
                              ]
                            }
                          ],
                          "missingValues": [
                            ""
                          ]
                        }
                        """);
    }

    @Test
    void theManifestTellsEverythingButTheRulesParametersAndTheClock() {
        Delivered delivered = delivered();
        assertThat(delivered.text(".manifest.json"))
                .isEqualTo(
                        """
                        {
                          "id": "energy-by-day",
                          "title": "Energy by day and kind of vehicle",
                          "product": "anonymous",
                          "product_meaning": "figures of groups in which nobody can be found again",
                          "recipient": "Grid Operator",
                          "purpose": "Planning of fast charging",
                          "expires": "2030-12-31",
                          "retention_days": 365,
                          "population": "sample-fleet",
                          "table": "charge_session",
                          "from": "2026-03-01",
                          "to": "2026-04-01",
                          "request_sha256": "%s",
                          "table_versions": {
                            "charge_session": "12",
                            "vehicle": "3"
                          },
                          "rules_version": "1",
                          "key_id": "0f3a5c7e",
                          "rows": 4,
                          "withheld_share": 0.25,
                          "files": [
                            {
                              "name": "energy-by-day-2026-03-01--2026-04-01.csv",
                              "bytes": %d,
                              "sha256": "%s"
                            },
                            {
                              "name": "energy-by-day-2026-03-01--2026-04-01.schema.json",
                              "bytes": %d,
                              "sha256": "%s"
                            }
                          ]
                        }
                        """
                                .formatted(
                                        ASKED.request().hash(),
                                        delivered.text(".csv").length(),
                                        sha256(delivered.text(".csv")),
                                        delivered.text(".schema.json").length(),
                                        sha256(delivered.text(".schema.json"))));
    }

    @Test
    void aBudgetIsToldWithoutTheBoundOnSingleValues() {
        Asked noisy =
                ASKED.measures("sum(energy_kwh)").filters("vehicle_type = van").withNoise();
        Delivered delivered = Delivered.of(noisy.request(), sheet(noisy, "2026-03-01, van | 10"));
        assertThat(delivered.text(".manifest.json"))
                .contains("\"epsilon\": 1,\n    \"delta\": 0.000001,\n    \"standard_deviation\": 2980\n")
                .doesNotContain("clip", "max_cells");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "ar-EG", "hi-IN-u-nu-deva", "tr-TR"})
    void theLocaleOfTheMachineChangesNothing(String tag) {
        Locale before = Locale.getDefault();
        Delivered here = delivered();
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));
            assertThat(delivered().files).usingRecursiveComparison().isEqualTo(here.files);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void personalDataIsCalledSoInNameAndManifestAndHasNothingWithheld() {
        Asked rows = Asked.usual()
                .dimensions("hour|vehicle_type")
                .product(Product.PSEUDONYMISED)
                .measures("value(energy_kwh)");
        Delivered delivered =
                Delivered.of(rows.request(), sheet(rows, "ab12, 7, van | 12\nab12, 7, van | 12\nab12, 9, ? | ?"));
        assertThat(delivered.files.keySet()).allMatch(name -> name.contains("-pseudonymised."));
        assertThat(delivered.text(".manifest.json"))
                .contains("\"product\": \"pseudonymised\"", "still personal data")
                .doesNotContain("withheld");
        assertThat(delivered.text(".csv"))
                .isEqualTo(
                        "pseudonym,hour,vehicle_type,value_energy_kwh\r\nab12,7,van,12\r\nab12,7,van,12\r\nab12,9,,\r\n");
    }

    @Test
    void aSheetOfOneProductIsNoDeliveryOfTheOther() {
        Asked rows = Asked.usual().product(Product.PSEUDONYMISED).measures("value(energy_kwh)");
        Sheet sheet = sheet(rows, "ab12, 2026-03-01, van | 12");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Delivery(ASKED.request(), sheet, Delivered.ORIGIN))
                .withMessageContaining("it asks for anonymous, but the sheet is pseudonymised");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    2026-03-01, van | 10, 20\\n2026-03-01, van | 10, 30 ; one cell has two rows
                    2026-03-01, van | 10                               ; do not fit the columns
                    1.3.2026, van   | 10, 20                           ; do not fit the columns
                    2026-02-30, van | 10, 20                           ; do not fit the columns
                    """)
    void sheetsThatContradictThemselvesAreNone(String rows, String words) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sheet(ASKED, rows.replace("\\n", "\n")))
                .withMessageContaining(words)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("10", "van"));
    }

    @Test
    void nothingWithheldOfNothingIsNoShare() {
        assertThat(new Sheet(
                                Product.ANONYMOUS,
                                List.of(),
                                List.of(new Field("sum_x", Field.Type.NUMBER, "", "x")),
                                List.of())
                        .withheldShare())
                .isZero();
    }

    private static Delivered delivered() {
        return Delivered.of(ASKED.request(), sheet(ASKED, ROWS));
    }

    private static Sheet sheet(Asked asked, String rows) {
        Admitted admitted = Asked.gate().admit(asked.request(), Asked.TODAY);
        return Delivered.sheet(asked.request().product(), Fields.keys(admitted), Fields.figures(admitted), rows);
    }

    private static String sha256(String text) {
        return DeliveryFile.of("", text).sha256();
    }
}
