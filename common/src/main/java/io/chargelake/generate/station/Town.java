package io.chargelake.generate.station;

/** A real town, roughly where it lies; postcodes begin as they do there. Weight follows its size. */
record Town(
        String country,
        String state,
        String name,
        double latitude,
        double longitude,
        String postcodePrefix,
        int weight) {}
