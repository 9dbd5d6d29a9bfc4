package io.chargelake.jobs.publish.postgres;

import io.chargelake.jobs.lake.UserError;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Table;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes the rows of a table, or of some of its days, those of a staging table. It runs in the transaction of its caller, and nobody else
 * publishes this table meanwhile.
 *
 * @param days empty for all rows
 */
record Upsert(
        Connection connection, Target target, Staging staging, Copied copied, Optional<Collection<LocalDate>> days) {
    private static final String HERE = "here";
    private static final String COMING = "coming";
    private static final String THERE = "there";

    /** Rows that are gone are deleted, new ones inserted, others updated where a value differs: what did not change is not written. */
    void byKey() throws SQLException {
        Sql.run(connection, "ANALYZE " + staging.name());
        delete(" AND NOT EXISTS (SELECT FROM " + staging.rows(COMING) + " AND " + Staging.sameKey(target, HERE, COMING)
                + ")");
        Sql.update(connection, insert() + " AND NOT EXISTS (" + same() + ")" + onConflict(), attempts());
        requireAll();
    }

    /** All rows that were there give way: there are none, or no key to tell them by. */
    void byReplacing() throws SQLException {
        delete("");
        Sql.update(connection, insert(), attempts());
        requireAll();
    }

    /** How many rows came for each day. */
    Map<LocalDate, Long> rowsByDay() throws SQLException {
        Map<LocalDate, Long> rows = new HashMap<>();
        Sql.query(
                connection,
                row -> rows.put(row.getObject(1, LocalDate.class), row.getLong(2)),
                "SELECT " + COMING + "." + Table.DAY.name() + ", count(*) FROM " + staging.rows(COMING) + " GROUP BY 1",
                attempts());
        return rows;
    }

    private void delete(String unless) throws SQLException {
        String delete = "DELETE FROM " + target.name() + " AS " + HERE + " WHERE true";
        if (days.isPresent()) {
            String ofDays = delete + " AND " + HERE + "." + Table.DAY.name() + " = ANY (?)";
            if (unless.isEmpty()) {
                Sql.update(connection, ofDays, dates());
            } else {
                Sql.update(connection, ofDays + unless, dates(), attempts());
            }
        } else if (unless.isEmpty()) {
            Sql.update(connection, delete);
        } else {
            Sql.update(connection, delete + unless, attempts());
        }
    }

    private String insert() {
        String columns = columns(target.table().columns(), "");
        return "INSERT INTO " + target.name() + " AS " + HERE + " (" + columns + ") SELECT "
                + columns(target.table().columns(), COMING + ".") + " FROM " + staging.rows(COMING);
    }

    /** The row that is there already: an update that changes nothing would still write to it. */
    private String same() {
        List<Col> values = values();
        String equal = values.isEmpty()
                ? ""
                : " AND (" + columns(values, THERE + ".") + ") IS NOT DISTINCT FROM (" + columns(values, COMING + ".")
                        + ")";
        return "SELECT FROM " + target.name() + " AS " + THERE + " WHERE " + Staging.sameKey(target, THERE, COMING)
                + equal;
    }

    private String onConflict() {
        String key = " ON CONFLICT (" + columns(target.table().keys(), "") + ") DO ";
        if (values().isEmpty()) {
            return key + "NOTHING";
        }
        return values().stream()
                .map(col -> Name.quoted(col.name()) + " = EXCLUDED." + Name.quoted(col.name()))
                .collect(Collectors.joining(", ", key + "UPDATE SET ", ""));
    }

    private List<Col> values() {
        return target.table().columns().stream()
                .filter(col -> !target.table().keys().contains(col))
                .toList();
    }

    /** Where fewer rows stand than came, two had the same key; where more, someone else writes to this table. */
    private void requireAll() throws SQLException {
        String count = "SELECT count(*) FROM " + target.name();
        long there = days.isPresent()
                ? Sql.number(connection, count + " WHERE " + Table.DAY.name() + " = ANY (?)", dates())
                : Sql.number(connection, count);
        if (there != copied.rows()) {
            throw UserError.quality(
                    "Cannot publish " + target.shown() + ": " + copied.rows() + " rows came and " + there
                            + " stand there (a key is there twice in the lake, or someone else writes to this table; nothing was changed)");
        }
    }

    private java.sql.Array attempts() throws SQLException {
        return connection.createArrayOf("bigint", copied.boxedAttempts());
    }

    private java.sql.Array dates() throws SQLException {
        return connection.createArrayOf(
                "date", days.orElseThrow().stream().map(Date::valueOf).toArray());
    }

    private static String columns(List<Col> cols, String alias) {
        return cols.stream().map(col -> alias + Name.quoted(col.name())).collect(Collectors.joining(", "));
    }
}
