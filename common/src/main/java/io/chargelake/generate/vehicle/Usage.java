package io.chargelake.generate.vehicle;

/** How a vehicle spends its days. */
public enum Usage {
    COMMUTER("car"),
    FAMILY("car"),
    DELIVERY("van"),
    TAXI("taxi");

    private final String vehicleType;

    Usage(String vehicleType) {
        this.vehicleType = vehicleType;
    }

    public String vehicleType() {
        return vehicleType;
    }
}
