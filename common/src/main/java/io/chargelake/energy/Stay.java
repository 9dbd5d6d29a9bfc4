package io.chargelake.energy;

/**
 * A vehicle plugged in at a site from arrival until just before departure, in seconds of the epoch; SOC as a share of the
 * battery. A stay may have no length: nothing flows then.
 */
public record Stay(
        Vehicle vehicle,
        String siteId,
        long arrivalS,
        long departureS,
        double socArrival,
        double socTarget,
        Charger charger,
        Phase phase) {

    public Stay {
        if (vehicle == null || charger == null || phase == null) {
            throw new IllegalArgumentException("the vehicle, the charger or the phase is missing");
        }
        Checks.named(siteId, "the site's id");
        Checks.share(socArrival, "the SOC at arrival");
        Checks.share(socTarget, "the SOC wanted at departure");
        if (departureS < arrivalS) {
            throw new IllegalArgumentException(
                    "the departure (second " + departureS + ") is before the arrival (second " + arrivalS + ")");
        }
    }

    public double powerKw() {
        return charger.powerKw(vehicle);
    }

    public Stay withTarget(double soc) {
        return new Stay(vehicle, siteId, arrivalS, departureS, socArrival, soc, charger, phase);
    }

    public Stay withPhase(Phase other) {
        return new Stay(vehicle, siteId, arrivalS, departureS, socArrival, socTarget, charger, other);
    }
}
