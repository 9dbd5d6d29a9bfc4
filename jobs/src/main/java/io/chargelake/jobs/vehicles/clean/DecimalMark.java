package io.chargelake.jobs.vehicles.clean;

import io.chargelake.jobs.columns.RawNumbers;
import java.util.Locale;
import org.apache.spark.sql.Column;

/** What parts a number from its decimals. */
enum DecimalMark {
    POINT,
    COMMA;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    Column number(Column text) {
        return this == POINT ? RawNumbers.withPoint(text) : RawNumbers.withComma(text);
    }
}
