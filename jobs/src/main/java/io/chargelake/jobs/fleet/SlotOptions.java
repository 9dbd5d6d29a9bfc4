package io.chargelake.jobs.fleet;

import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.unix_seconds;

import io.chargelake.energy.Horizon;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.jobs.tables.FlatStays;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Option;

/** How time is parted, and how often it is planned. */
final class SlotOptions {
    private static final int DAY_S = 86_400;
    private static final int HOUR_S = 3_600;
    private static final int MINUTE_S = 60;
    private static final int MOST_SLOTS = 3_000;

    @Option(
            names = "--slot",
            defaultValue = "15m",
            paramLabel = "TIME",
            description = "length of slots, a part of an hour: 5m, 15m, 1h (default ${DEFAULT-VALUE})")
    String slot;

    @Option(
            names = "--replan",
            paramLabel = "TIME",
            description =
                    "plan anew each so often, e.g. 15m, knowing only who came; the regret against knowing all is told (default: all is known)")
    Optional<String> replan = Optional.empty();

    void requireUsable() {
        long step = seconds("--slot", slot);
        if (step < MINUTE_S || HOUR_S % step != 0) {
            throw UserError.usage(
                    "Cannot use --slot " + slot + ": slots are a part of an hour, 1m to 1h (5m, 15m, 30m)");
        }
    }

    /** From the first arrival to the last departure. */
    Horizon horizon(Dataset<Row> stays) {
        Row times = stays.agg(min(unix_seconds(FlatStays.ARRIVAL.col())), max(unix_seconds(FlatStays.DEPARTURE.col())))
                .head();
        if (times.isNullAt(0)) {
            throw UserError.quality(
                    "Cannot plan: no stay is left (none begins on the days asked for, or all were refused; nothing was changed)");
        }
        int step = slotSeconds();
        long from = Math.floorDiv(times.getLong(0), step) * step;
        long slots = Math.max(1, (times.getLong(1) - from + step - 1) / step);
        if (slots > MOST_SLOTS) {
            throw UserError.usage(String.format(
                    Locale.ROOT,
                    "Cannot plan %,d slots at once: the stays reach from %s to %s (at most %,d slots; choose days by --from and --to, or a longer --slot)",
                    slots,
                    Instant.ofEpochSecond(from),
                    Instant.ofEpochSecond(times.getLong(1)),
                    MOST_SLOTS));
        }
        return new Horizon(from, (int) slots, step);
    }

    /** So many slots; 0 where it is planned once. */
    int every(Horizon horizon) {
        return replan.map(time -> slots(time, horizon)).orElse(0);
    }

    private int slotSeconds() {
        return (int) seconds("--slot", slot);
    }

    private static int slots(String time, Horizon horizon) {
        long seconds = seconds("--replan", time);
        if (seconds < horizon.stepS() || seconds % horizon.stepS() != 0 || seconds > DAY_S) {
            throw UserError.usage("Cannot use --replan " + time + ": it is a multiple of the slot's "
                    + horizon.stepS() / MINUTE_S + " min, at most a day");
        }
        return (int) (seconds / horizon.stepS());
    }

    private static long seconds(String option, String time) {
        try {
            return Duration.parse("PT" + time.toUpperCase(Locale.ROOT)).toSeconds();
        } catch (DateTimeParseException e) {
            throw UserError.usage("Cannot use " + option + " " + time + ": a time such as 15m or 1h is expected");
        }
    }
}
