package io.chargelake.energy.study;

import java.util.Locale;

/** Why a vehicle does what it does, for those who look at a table of vehicles. */
public enum Reason {
    AT_ONCE("Nobody controls it: it charges from arrival on."),
    CHEAP_SLOT("The slot is cheaper than the mean of its stay."),
    LOW_LOAD("The site's load without vehicles is lower than in the mean of its stay."),
    OWN_SUN("The site has more sun than it needs itself."),
    NEEDED(
            "The slot is none of the best of its stay; without it, it would not be ready, or the site's limit left no better one."),
    DEAR_SLOT("It gives back, as the slot is dearer than the mean of its stay."),
    HIGH_LOAD("It gives back, as the site's load is above the mean of its stay."),
    GIVES_ELSEWHERE("It gives back here, as better slots of its stay are used up."),
    WAITS_FOR_PRICE("It charges later, when energy is cheaper or there is room."),
    WAITS_FOR_LOAD("It charges later, when the site's load is lower or there is room."),
    WAITS_FOR_SUN("It charges later, by the site's sun, when energy is cheaper or there is room."),
    WAITS_FOR_ROOM("It charges later, as the site's limit leaves nothing now."),
    READY("It has what it wants."),
    NO_ROOM("It lacks energy, but the site's limit or the battery leaves no room in the rest of its stay."),
    NO_POWER("The charger gives this vehicle nothing here.");

    private final String sentence;

    Reason(String sentence) {
        this.sentence = sentence;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String sentence() {
        return sentence;
    }
}
