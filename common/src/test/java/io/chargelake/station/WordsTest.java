package io.chargelake.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words and figures of connectors and charging points. */
class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "J1772, IEC_62196_T1",
        "J1772COMBO, IEC_62196_T1_COMBO",
        "TESLA, SAE_J3400",
        "NEMA1450, NEMA_14_50",
        "AC Typ 2 Steckdose, IEC_62196_T2",
        "AC Typ 2 Fahrzeugkupplung, IEC_62196_T2",
        "AC Schuko, DOMESTIC_F",
        "DC Fahrzeugkupplung Typ Combo 2 (CCS), IEC_62196_T2_COMBO",
        "DC CHAdeMO, CHADEMO",
        "iec_62196_t2, IEC_62196_T2",
        "Sonstige,"
    })
    void connectorTypesAreThoseOfOcpi(String word, String ocpi) {
        assertThat(ConnectorWords.ocpi(word)).isEqualTo(Optional.ofNullable(ocpi));
    }

    @ParameterizedTest
    @CsvSource({
        "DE*ABC*E12345*1, true",
        "DEABCE12345, true",
        "de*abc*e1, true",
        "+49*839*030*00123, true",
        "FRTCBE001231, true",
        "CL0*E00000001*1, false",
        "DE#ABC#E1, false",
        "XX*ABC*E1, false",
        "+49*DE*CL0*1, false",
        "'', false"
    })
    void evseIdsAreOfOneOfTwoForms(String id, boolean isOne) {
        assertThat(EvseIds.isWellFormed(id)).isEqualTo(isOne);
    }

    @ParameterizedTest
    @CsvSource({
        "22, 400, 32, AC_3_PHASE, false",
        "22, 230, 32, AC_3_PHASE, false",
        "7.4, 230, 32, AC_1_PHASE, false",
        "22, 230, 32, AC_1_PHASE, true",
        "11, 400, 32, AC_3_PHASE, true",
        "50, 500, 125, DC, false",
        "50, 920, 125, DC, false",
        "150, 500, 125, DC, true",
        "22, , 32, AC_3_PHASE, false",
        "22, 400, 32, , false"
    })
    void powerIsHeldAgainstVoltsAndAmps(Double kw, Double volts, Double amps, String type, boolean isOff) {
        assertThat(new ConnectorPower(
                                Optional.ofNullable(kw),
                                Optional.ofNullable(volts),
                                Optional.ofNullable(amps),
                                Optional.ofNullable(type))
                        .isOff())
                .isEqualTo(isOff);
    }
}
