package io.chargelake.energy;

import io.chargelake.energy.TimeOfUse.Period;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The tariff that users get as a file. */
public final class Tariffs {
    public static final Tariff ONEE = new Tariff(
            "onee-2024",
            "MAD",
            new TimeOfUse(
                    ZoneId.of("Africa/Casablanca"),
                    List.of(
                            new Period("peak", LocalTime.of(18, 0), LocalTime.of(21, 0), 1.85),
                            new Period("off-peak", LocalTime.of(22, 0), LocalTime.of(5, 0), 0.95)),
                    1.35),
            Optional.empty(),
            0);

    private Tariffs() {}
}
