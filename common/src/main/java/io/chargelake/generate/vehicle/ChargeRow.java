package io.chargelake.generate.vehicle;

/** A raw charge in base units (SOC in hundredths of a percent); energy and power are those that reach the battery. */
public record ChargeRow(
        String chargeId,
        String vehicleId,
        long startS,
        long endS,
        long energyWh,
        int socStart,
        int socEnd,
        long powerMeanW,
        long powerMaxW,
        String powerType,
        String zone)
        implements RawRow<ChargeRow> {

    @Override
    public String id() {
        return chargeId;
    }

    @Override
    public ChargeRow withId(String id) {
        return new ChargeRow(
                id, vehicleId, startS, endS, energyWh, socStart, socEnd, powerMeanW, powerMaxW, powerType, zone);
    }

    @Override
    public ChargeRow withVehicleId(String id) {
        return new ChargeRow(
                chargeId, id, startS, endS, energyWh, socStart, socEnd, powerMeanW, powerMaxW, powerType, zone);
    }

    @Override
    public ChargeRow withTimes(long start, long end) {
        return new ChargeRow(
                chargeId, vehicleId, start, end, energyWh, socStart, socEnd, powerMeanW, powerMaxW, powerType, zone);
    }

    @Override
    public ChargeRow withSoc(int start, int end) {
        return new ChargeRow(
                chargeId, vehicleId, startS, endS, energyWh, start, end, powerMeanW, powerMaxW, powerType, zone);
    }

    @Override
    public ChargeRow withEnergyWh(long energy) {
        return new ChargeRow(
                chargeId, vehicleId, startS, endS, energy, socStart, socEnd, powerMeanW, powerMaxW, powerType, zone);
    }

    @Override
    public ChargeRow secondHalf() {
        return new ChargeRow(
                chargeId,
                vehicleId,
                endS - (endS - startS) / 2,
                endS,
                energyWh / 2,
                (socStart + socEnd) / 2,
                socEnd,
                powerMeanW,
                powerMaxW,
                powerType,
                zone);
    }
}
