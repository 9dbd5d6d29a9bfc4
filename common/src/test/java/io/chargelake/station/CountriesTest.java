package io.chargelake.station;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargelake.geo.Place;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountriesTest {

    @ParameterizedTest
    @CsvSource({
        "DE, 52.52, 13.40,",
        "DE, 13.40, 52.52, SWAPPED_COORDINATES",
        "DE, 0, 0, ZERO_COORDINATES",
        "DE, 48.86, 2.35, OUTSIDE_COUNTRY",
        "US, 42.36, -71.06,",
        "US, -71.06, 42.36, SWAPPED_COORDINATES",
        "US, 42.36, 71.06, OUTSIDE_COUNTRY",
        "US, 21.3, -157.8,",
        "US, 61.2, -149.9,",
        "FR, 48.86, 2.35,",
        "FR, 16.2, -61.5,",
        "FR, -21.1, 55.5,",
        "FR, -44.996, 44.996, OUTSIDE_COUNTRY",
        "ES, 28.1, -15.4,",
        "DE, 152.52, 13.40, OUTSIDE_COUNTRY",
        // of a country without a box only what is no place on earth is wrong
        "KE, -1.3, 36.8,",
        "KE, 36.8, -1.3,",
        "KE, -1.3, 236.8, OUTSIDE_COUNTRY"
    })
    void aPlaceIsHeldAgainstItsCountry(String country, double latitude, double longitude, Doubt doubt) {
        assertThat(Countries.doubt(new Place(latitude, longitude), Optional.of(country)))
                .isEqualTo(Optional.ofNullable(doubt));
    }

    @ParameterizedTest
    @CsvSource({
        "DE, 01067, true",
        "DE, 1067, false",
        "DE, SW1A 1AA, false",
        "GB, sw1a 1aa, true",
        "GB, 10115, false",
        "US, 02128, true",
        "US, 02128-1234, true",
        "US, 021281234, true",
        "US, H3A 1A1, false",
        "CA, H3A 1A1, true",
        "NL, 1012 AB, true",
        "KE, anything, true"
    })
    void postcodesAreWrittenAsInTheirCountry(String country, String postcode, boolean isOne) {
        assertThat(Countries.isPostcode(postcode, country)).isEqualTo(isOne);
    }

    @ParameterizedTest
    @CsvSource({"de, DE", "DEU, DE", "FRA, FR", "' us ', US", "Germany,", "XX,", "'',"})
    void countriesAreKnownByTheirIsoCodes(String word, String code) {
        assertThat(Countries.code(word)).isEqualTo(Optional.ofNullable(code));
    }
}
