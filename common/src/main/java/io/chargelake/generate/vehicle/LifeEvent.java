package io.chargelake.generate.vehicle;

/** Something true that happened to a vehicle, of which the raw tables hold the fragments. */
public sealed interface LifeEvent permits TrueTrip, TrueSession {

    String id();

    long startS();

    long endS();

    int socStart();

    int socEnd();
}
