package io.chargelake.jobs.vehicles.clean;

import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/**
 * Ids of vehicles in one spelling: without spaces around, one space between words, small letters. Not the commonest spelling: which
 * that is would depend on the deliveries that came first.
 */
final class Ids {
    private static final String SPACES = "\\s+";

    static Column normal(Column id) {
        Column bare = trim(id);
        return lower(
                when(bare.rlike("\\s"), trim(regexp_replace(bare, SPACES, " "))).otherwise(bare));
    }

    private Ids() {}
}
