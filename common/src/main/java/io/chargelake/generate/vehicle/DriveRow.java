package io.chargelake.generate.vehicle;

/** A raw drive in base units (SOC in hundredths of a percent): exact in integers until a file's units are known. */
public record DriveRow(
        String driveId,
        String vehicleId,
        long startS,
        long endS,
        long distanceM,
        long energyWh,
        int socStart,
        int socEnd,
        long odometerStartM,
        long odometerEndM,
        int deciCelsius)
        implements RawRow<DriveRow> {

    @Override
    public String id() {
        return driveId;
    }

    @Override
    public DriveRow withId(String id) {
        return new DriveRow(
                id,
                vehicleId,
                startS,
                endS,
                distanceM,
                energyWh,
                socStart,
                socEnd,
                odometerStartM,
                odometerEndM,
                deciCelsius);
    }

    @Override
    public DriveRow withVehicleId(String id) {
        return new DriveRow(
                driveId,
                id,
                startS,
                endS,
                distanceM,
                energyWh,
                socStart,
                socEnd,
                odometerStartM,
                odometerEndM,
                deciCelsius);
    }

    @Override
    public DriveRow withTimes(long start, long end) {
        return new DriveRow(
                driveId,
                vehicleId,
                start,
                end,
                distanceM,
                energyWh,
                socStart,
                socEnd,
                odometerStartM,
                odometerEndM,
                deciCelsius);
    }

    @Override
    public DriveRow withSoc(int start, int end) {
        return new DriveRow(
                driveId,
                vehicleId,
                startS,
                endS,
                distanceM,
                energyWh,
                start,
                end,
                odometerStartM,
                odometerEndM,
                deciCelsius);
    }

    @Override
    public DriveRow withEnergyWh(long energy) {
        return new DriveRow(
                driveId,
                vehicleId,
                startS,
                endS,
                distanceM,
                energy,
                socStart,
                socEnd,
                odometerStartM,
                odometerEndM,
                deciCelsius);
    }

    @Override
    public DriveRow secondHalf() {
        long halfM = distanceM / 2;
        return new DriveRow(
                driveId,
                vehicleId,
                endS - (endS - startS) / 2,
                endS,
                halfM,
                energyWh / 2,
                (socStart + socEnd) / 2,
                socEnd,
                odometerEndM - halfM,
                odometerEndM,
                deciCelsius);
    }

    DriveRow withDistanceM(long distance) {
        return new DriveRow(
                driveId,
                vehicleId,
                startS,
                endS,
                distance,
                energyWh,
                socStart,
                socEnd,
                odometerStartM,
                odometerEndM,
                deciCelsius);
    }
}
