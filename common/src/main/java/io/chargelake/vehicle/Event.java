package io.chargelake.vehicle;

/** A record of a vehicle, on its way to a trip or a session. */
public sealed interface Event permits Drive, Charge {

    String id();

    Span span();

    Soc soc();
}
