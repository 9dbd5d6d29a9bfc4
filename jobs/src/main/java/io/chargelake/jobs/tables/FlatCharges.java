package io.chargelake.jobs.tables;

/** The {@code flat} form of raw charges: one row a charge, as CSV or Parquet, in the units that a mapping file states or the values tell. */
public final class FlatCharges {
    public static final Table TABLE = Table.of(
                    "flat_charges",
                    Layer.RAW,
                    "Raw charges; names and units other than these are said by a mapping file",
                    Charge.CHARGE_ID,
                    Charge.VEHICLE_ID,
                    Charge.START_TIME,
                    Charge.END_TIME,
                    Charge.ENERGY_KWH,
                    Charge.SOC_START,
                    Charge.SOC_END,
                    Charge.POWER_MEAN_KW,
                    Charge.POWER_MAX_KW,
                    Charge.POWER_TYPE,
                    Charge.ZONE,
                    FlatDrives.DURATION_S)
            .key(Charge.CHARGE_ID);

    private FlatCharges() {}
}
