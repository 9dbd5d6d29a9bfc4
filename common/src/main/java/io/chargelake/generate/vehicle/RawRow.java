package io.chargelake.generate.vehicle;

/** What damage needs of a raw row, whichever its table. */
public interface RawRow<T extends RawRow<T>> {

    /** An energy that is left empty in the file. */
    long MISSING = Long.MIN_VALUE;

    String id();

    String vehicleId();

    long startS();

    long endS();

    int socStart();

    int socEnd();

    T withId(String id);

    T withVehicleId(String id);

    T withTimes(long start, long end);

    T withSoc(int start, int end);

    T withEnergyWh(long energy);

    /** The row that would report only its later half. */
    T secondHalf();
}
