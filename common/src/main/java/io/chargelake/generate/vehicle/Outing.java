package io.chargelake.generate.vehicle;

/** An intended journey: it starts at the earliest at {@code departS}, later if the vehicle is late. */
record Outing(long departS, int distanceM, double speedKmh, int stops, Place to) {}
