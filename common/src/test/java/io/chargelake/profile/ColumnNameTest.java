package io.chargelake.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargelake.unit.Quantity;
import io.chargelake.unit.Unit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnNameTest {

    @ParameterizedTest
    @CsvSource({
        "energy_kwh, ENERGY, KWH",
        "El_kWh, ENERGY, KWH",
        "Energy__kWh_, ENERGY, KWH",
        "Consommation totale (Wh), ENERGY, WH",
        "Charge batterie demarrage (%), SOC, PERCENT",
        "soc_start, SOC,",
        "power_max_kw, POWER, KW",
        "maxPowerKW, POWER, KW",
        "Duree totale (s), DURATION, SECOND",
        "Duration_hours, DURATION, HOUR",
        "evses[].connectors[].power, POWER,",
        "odometer_start_km, DISTANCE, KM",
    })
    void aNameTellsQuantityAndUnit(String name, Quantity quantity, Unit unit) {
        assertThat(ColumnName.of(name).quantity()).contains(quantity);
        assertThat(ColumnName.of(name).unit().orElse(null)).isEqualTo(unit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"city", "price_per_kwh", "battery_capacity", "s", "status", "h", "mi"})
    void otherNamesTellNone(String name) {
        assertThat(ColumnName.of(name).quantity()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vehicle_id", "User_ID", "VIN", "vehicle_id_hash", "car.plate", "driverName", "client_id"})
    void somebodyIsNamed(String name) {
        assertThat(ColumnName.of(name).isPersonal()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"vehicle_type", "User_type", "status", "EV Network", "station_id", "Cards Accepted", "carport"})
    void nobodyIsNamed(String name) {
        assertThat(ColumnName.of(name).isPersonal()).isFalse();
    }
}
