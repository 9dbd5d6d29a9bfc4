package io.chargelake.geo;

/** A point on earth, in degrees. */
public record Place(double latitude, double longitude) {
    private static final double EARTH_KM = 6_371.0088;
    private static final double NOWHERE = 1e-4;

    public Place {
        if (Double.isNaN(latitude) || Double.isNaN(longitude)) {
            throw new IllegalArgumentException("Cannot place a point: it has no latitude or no longitude");
        }
    }

    public Place swapped() {
        return new Place(longitude, latitude);
    }

    /** What a device or a form says when it does not know. */
    public boolean isZero() {
        return Math.abs(latitude) < NOWHERE && Math.abs(longitude) < NOWHERE;
    }

    public boolean isOnEarth() {
        return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    }

    /** Along a great circle of a sphere; up to 0.5 % off the ellipsoid. */
    public double distance_km(Place other) {
        double a = Math.toRadians(latitude);
        double b = Math.toRadians(other.latitude);
        double north = Math.sin((b - a) / 2);
        double east = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
        double half = north * north + Math.cos(a) * Math.cos(b) * east * east;
        return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(half)));
    }
}
