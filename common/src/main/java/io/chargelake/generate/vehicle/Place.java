package io.chargelake.generate.vehicle;

/** Where a vehicle stands, and so what it may charge with. */
public enum Place {
    HOME,
    WORK,
    CITY,
    FAR,
    ROUTE
}
