package io.chargelake.jobs.vehicles.clean;

import static org.apache.spark.sql.functions.coalesce;

import io.chargelake.jobs.columns.RawTimes;
import java.util.Locale;
import org.apache.spark.sql.Column;

/** In which order a date's numbers come. ISO 8601 is understood in any file. */
enum DateOrder {
    YMD,
    DMY,
    MDY;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    Column moment(Column text) {
        return switch (this) {
            case YMD -> RawTimes.yearFirst(text);
            case DMY -> coalesce(RawTimes.dayFirst(text), RawTimes.yearFirst(text));
            case MDY -> coalesce(RawTimes.monthFirst(text), RawTimes.yearFirst(text));
        };
    }
}
