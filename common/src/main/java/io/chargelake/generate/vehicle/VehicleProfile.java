package io.chargelake.generate.vehicle;

/** One generated vehicle: its row in the register, how it is used and what it does with energy. */
public record VehicleProfile(
        long index,
        String vehicleId,
        String clientId,
        VehicleModel model,
        Usage usage,
        String batteryType,
        Thirst thirst,
        Habits habits) {

    public int capacityWh() {
        return model.batteryWh();
    }

    /**
     * @param factor on the consumption of an average car
     * @param parkedW what it draws from its battery while standing
     * @param worn one of the few whose battery stands out, for those who look for such
     */
    public record Thirst(double factor, int parkedW, boolean worn) {}

    /** Power 0 means that there is no charger of its own. Shares are of the battery. */
    public record Habits(
            int homeChargerW,
            int workChargerW,
            int commuteM,
            double plugBelow,
            double target,
            String homeZone,
            String workZone) {}
}
