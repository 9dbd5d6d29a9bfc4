package io.chargelake.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargelake.status.Worlds.World;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

/** Hours counted day by day are those counted second by second. */
@Domain(Worlds.class)
class DayHoursTest {
    private static final int HOUR_S = 3600;
    private static final int DAY_HOURS = 24;

    @Property(tries = 200)
    void hours_counted_day_by_day_are_those_of_the_reference(@ForAll World world) {
        Outcome expected = world.expected();
        for (Outcome.Hour hour : expected.hours()) {
            int number = Math.toIntExact(hour.start() / HOUR_S);
            DayHours day = new DayHours(number / DAY_HOURS);
            expected.runs().stream()
                    .filter(run -> run.device() == hour.device())
                    .forEach(run -> day.add(run.status().code(), run.start(), run.end()));
            assertThat(Outcome.Hour.of(hour.device(), hour.start(), day, number % DAY_HOURS))
                    .isEqualTo(hour);
        }
    }
}
