package io.chargelake.privacy.attack;

/** How hard attacks try: in every build for a few seconds, or as the report says. */
enum Sizes {
    QUICK,
    FULL;

    static Sizes asked() {
        return System.getProperty("chargelake.attacks", "quick").equals("full") ? FULL : QUICK;
    }

    int of(int quick, int full) {
        return this == FULL ? full : quick;
    }
}
