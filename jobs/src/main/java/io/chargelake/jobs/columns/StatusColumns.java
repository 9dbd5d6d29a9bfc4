package io.chargelake.jobs.columns;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;

import io.chargelake.status.Status;
import java.util.Arrays;
import java.util.function.Function;
import org.apache.spark.sql.Column;

/** Statuses of charging points as Column functions. The words and codes are those of {@link Status}. */
public final class StatusColumns {
    private static final String OCCUPIED = "OCCUPIED";

    /** Whether the word is one of the contract; null for null. */
    public static Column isKnown(Column word) {
        return word.isin((Object[]) names()).or(word.equalTo(OCCUPIED));
    }

    /** The canonical status; UNKNOWN for null and for words that are not known. */
    public static Column canonical(Column word) {
        return when(word.equalTo(OCCUPIED), Status.CHARGING.name())
                .when(word.isin((Object[]) names()), word)
                .otherwise(Status.UNKNOWN.name());
    }

    /** The number by which conflicts are resolved: the greatest wins. */
    public static Column code(Column canonical) {
        return byStatus(canonical, status -> lit((int) status.code()));
    }

    /** The status of a {@link #code}. */
    public static Column ofCode(Column code) {
        Column name = lit(null).cast("string");
        for (Status status : Status.values()) {
            name = when(code.equalTo((int) status.code()), status.name()).otherwise(name);
        }
        return name;
    }

    /** {@code <device id>@<epoch seconds>}: deterministic, so that a repeated delivery changes nothing. */
    public static Column factId(Column deviceId, Column queryTime) {
        return concat(deviceId, lit("@"), unix_seconds(queryTime));
    }

    private static Column byStatus(Column canonical, Function<Status, Column> value) {
        Column result = lit(null).cast("int");
        for (Status status : Status.values()) {
            result = when(canonical.equalTo(status.name()), value.apply(status)).otherwise(result);
        }
        return result;
    }

    private static String[] names() {
        return Arrays.stream(Status.values()).map(Status::name).toArray(String[]::new);
    }

    private StatusColumns() {}
}
