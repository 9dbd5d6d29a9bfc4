package io.chargelake.jobs.tables;

/** The {@code flat} form of raw drives: one row a drive, as CSV or Parquet, in the units that a mapping file states or the values tell. */
public final class FlatDrives {
    public static final Col DURATION_S =
            Col.real("duration_s").unit("s").means("duration as the source states it, held against end - start");

    public static final Table TABLE = Table.of(
                    "flat_drives",
                    Layer.RAW,
                    "Raw drives; names and units other than these are said by a mapping file",
                    Drive.DRIVE_ID,
                    Drive.VEHICLE_ID,
                    Drive.START_TIME,
                    Drive.END_TIME,
                    Drive.DISTANCE_KM,
                    Drive.ENERGY_KWH,
                    Drive.SOC_START,
                    Drive.SOC_END,
                    Drive.ODOMETER_START_KM,
                    Drive.ODOMETER_END_KM,
                    Drive.OUTSIDE_TEMP_C,
                    DURATION_S)
            .key(Drive.DRIVE_ID);

    private FlatDrives() {}
}
