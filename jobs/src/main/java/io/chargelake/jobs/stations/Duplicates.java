package io.chargelake.jobs.stations;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;

import io.chargelake.jobs.lake.UserError;
import io.chargelake.jobs.stations.register.RegisterRows;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.StationRegister;
import io.chargelake.station.Doubt;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Ids that a delivery has twice with different content. Rows of one station that are about several of its points are none. */
record Duplicates(List<String> ids) {
    private static final String BETWEEN = "\n";
    private static final String KEY = "_key";
    private static final String CONTENTS = "_contents";
    private static final int SHOWN = 3;

    /** What becomes of a delivery that contradicts itself. */
    public enum Policy {
        fail,
        quarantine
    }

    static Duplicates among(Dataset<Row> rows) {
        Column content =
                struct(StationRegister.TABLE.columns().stream().map(Col::col).toArray(Column[]::new));
        return new Duplicates(rows.where(not(coalesce(StationRules.isRefused(), lit(false)))
                        .and(col(RegisterRows.POINT).isNull())
                        .and(StationRegister.STATION_ID.col().isNotNull()))
                .groupBy(key().as(KEY))
                .agg(countDistinct(content).as(CONTENTS))
                .where(col(CONTENTS).gt(1))
                .orderBy(col(KEY))
                .select(col(KEY))
                .as(Encoders.STRING())
                .collectAsList());
    }

    /** @throws UserError where there are any, and they are not to be refused one by one */
    void require(Policy policy) {
        if (policy == Policy.fail && !ids.isEmpty()) {
            throw UserError.quality("Cannot publish this delivery: " + Doubt.DUPLICATE_ID.code() + ", " + ids.size()
                    + " station " + (ids.size() == 1 ? "id is" : "ids are")
                    + " there more than once with different content ("
                    + ids.stream()
                            .limit(SHOWN)
                            .map(id -> id.substring(id.indexOf(BETWEEN) + 1))
                            .collect(Collectors.joining(", "))
                    + (ids.size() > SHOWN ? ", ..." : "")
                    + "; an id is one station, mend the register or refuse these rows by --duplicates quarantine)");
        }
    }

    Column areThese() {
        return ids.isEmpty() ? lit(false) : key().isin(ids.toArray());
    }

    private static Column key() {
        return concat_ws(BETWEEN, StationRegister.SOURCE.col(), StationRegister.STATION_ID.col());
    }
}
