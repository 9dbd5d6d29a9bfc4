package io.chargelake.jobs.publish;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import io.chargelake.jobs.tables.Table;
import org.apache.spark.sql.Column;

/** The two halves of what can be published. They never lie together, so that the right to read one says nothing of the other. */
public enum Part {
    /** Rows that tell of devices, places and groups of vehicles. */
    OPEN,
    /** Rows that tell of a single vehicle. */
    PERSONAL;

    /** Whether the table has rows of this part. */
    public boolean isIn(Table table) {
        boolean mixed = table.personalRows().isPresent() && !table.isPersonal();
        return mixed || table.isPersonal() == (this == PERSONAL);
    }

    /** Which of its rows; one that does not say what it is counts as personal. */
    public Column rows(Table table) {
        Column personal = table.isPersonal()
                ? lit(true)
                : table.personalRows()
                        .map(rows -> coalesce(rows.are(), lit(true)))
                        .orElse(lit(false));
        return this == PERSONAL ? personal : not(personal);
    }
}
