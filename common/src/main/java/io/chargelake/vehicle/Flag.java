package io.chargelake.vehicle;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Why a session is not complete, or a trip not to be trusted. Sets of flags are kept as bits. */
public enum Flag {
    NO_TRIP_BEFORE("what comes before the session is no trip"),
    NO_TRIP_AFTER("what follows the session is no trip"),
    SOC_JUMP_BEFORE("state of charge does not agree with the end before; of a session also if it is not known"),
    SOC_JUMP_AFTER("state of charge does not agree with the start after, or is not known"),
    /** A charge that nobody recorded. */
    SOC_RISE_BEFORE("state of charge rose since the end before the trip"),
    NO_ENERGY("the energy is not known, or not above 0"),
    CUT_START("so near to the period's start that more may lie before it"),
    CUT_END("so near to the period's end that more may lie behind it"),
    OVERLAP("another record claimed a part of the same time and was refused"),
    DERIVED_END("the end of a charge was derived, not seen");

    private final String meaning;

    Flag(String meaning) {
        this.meaning = meaning;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String meaning() {
        return meaning;
    }

    int when(boolean raised) {
        return raised ? 1 << ordinal() : 0;
    }

    /** Codes of all flags, each at the place of its bit. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(Flag::code).toList();
    }

    /** Codes of a set of flags, in the order of this enum. */
    public static List<String> codes(int flags) {
        return Arrays.stream(values())
                .filter(flag -> (flags & flag.when(true)) != 0)
                .map(Flag::code)
                .toList();
    }
}
