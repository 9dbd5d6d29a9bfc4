package io.chargelake.jobs.publish.postgres;

import io.chargelake.jobs.publish.Item;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What the database remembers of a table, in the tables {@code published} and {@code published_day} beside it: it is written in the
 * transaction that writes the rows, so the two always agree.
 *
 * @param version of the lake's table; empty while days of several versions are there
 * @param leftAt when the run ended that left this version
 * @param structure stands for columns and key
 * @param marks of the days that are there
 */
record Published(
        String lake,
        Optional<String> version,
        Optional<Instant> leftAt,
        String structure,
        Map<LocalDate, String> marks) {

    static final String TABLE = "published";
    static final String DAYS = "published_day";

    static List<String> create(String schema) {
        return List.of(
                "CREATE TABLE IF NOT EXISTS " + Name.of(schema, TABLE)
                        + " (table_name text PRIMARY KEY, lake text NOT NULL, version text, left_at timestamptz, structure text NOT NULL,"
                        + " rows bigint NOT NULL, run_id text NOT NULL, published_at timestamptz NOT NULL)",
                "COMMENT ON TABLE " + Name.of(schema, TABLE)
                        + " IS 'Which version of each table of the lake is here, since which run. Kept by chargelake publish.'",
                "CREATE TABLE IF NOT EXISTS " + Name.of(schema, DAYS)
                        + " (table_name text, day date, mark text NOT NULL, rows bigint NOT NULL, PRIMARY KEY (table_name, day))",
                "COMMENT ON TABLE " + Name.of(schema, DAYS)
                        + " IS 'Which days of each table are here, in which state. Kept by chargelake publish.'");
    }

    static Optional<Published> read(Connection connection, Target target) throws SQLException {
        if (!Setup.isThere(connection, target.schema(), TABLE)) {
            return Optional.empty();
        }
        Map<LocalDate, String> marks = new HashMap<>();
        Sql.query(
                connection,
                row -> marks.put(row.getObject(1, LocalDate.class), row.getString(2)),
                "SELECT day, mark FROM " + Name.of(target.schema(), DAYS) + " WHERE table_name = ?",
                target.table().name());
        return Sql.query(
                        connection,
                        row -> new Published(
                                row.getString(1),
                                Optional.ofNullable(row.getString(2)),
                                Optional.ofNullable(row.getObject(3, OffsetDateTime.class))
                                        .map(OffsetDateTime::toInstant),
                                row.getString(4),
                                marks),
                        "SELECT lake, version, left_at, structure FROM " + Name.of(target.schema(), TABLE)
                                + " WHERE table_name = ?",
                        target.table().name())
                .stream()
                .findFirst();
    }

    boolean isOfLaterRunThan(Item item) {
        return leftAt.isPresent()
                && item.leftAt().isPresent()
                && leftAt.get().isAfter(item.leftAt().get());
    }

    /**
     * Notes the state of days; those without a mark are forgotten.
     *
     * @param marks of the days that the lake has
     * @param rows of those that have any here
     */
    static void note(
            Connection connection,
            Target target,
            Collection<LocalDate> days,
            SortedMap<LocalDate, String> marks,
            Map<LocalDate, Long> rows)
            throws SQLException {
        String table = Name.of(target.schema(), DAYS);
        Date[] all = days.stream().map(Date::valueOf).toArray(Date[]::new);
        List<LocalDate> there = days.stream().filter(marks::containsKey).toList();
        Sql.update(
                connection,
                "DELETE FROM " + table + " WHERE table_name = ? AND day = ANY (?)",
                target.table().name(),
                connection.createArrayOf("date", all));
        Sql.update(
                connection,
                "INSERT INTO " + table + " SELECT ?, * FROM unnest(?, ?, ?)",
                target.table().name(),
                connection.createArrayOf(
                        "date", there.stream().map(Date::valueOf).toArray()),
                connection.createArrayOf("text", there.stream().map(marks::get).toArray()),
                connection.createArrayOf(
                        "bigint",
                        there.stream().map(day -> rows.getOrDefault(day, 0L)).toArray()));
    }

    /** Forgets all days. */
    static void forget(Connection connection, Target target) throws SQLException {
        Sql.update(
                connection,
                "DELETE FROM " + Name.of(target.schema(), DAYS) + " WHERE table_name = ?",
                target.table().name());
    }

    /** The rows of a table laid out by days, as far as is noted. */
    static long rows(Connection connection, Target target) throws SQLException {
        return Sql.number(
                connection,
                "SELECT coalesce(sum(rows), 0)::bigint FROM " + Name.of(target.schema(), DAYS)
                        + " WHERE table_name = ?",
                target.table().name());
    }

    /** @param version empty when days are left as they were */
    static void note(Connection connection, Target target, Item item, Optional<String> version, long rows)
            throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO " + Name.of(target.schema(), TABLE) + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (table_name) DO UPDATE SET lake = EXCLUDED.lake, version = EXCLUDED.version,"
                        + " left_at = EXCLUDED.left_at, structure = EXCLUDED.structure, rows = EXCLUDED.rows,"
                        + " run_id = EXCLUDED.run_id, published_at = EXCLUDED.published_at",
                target.table().name(),
                item.run().context().lakeRoot().toString(),
                version.orElse(null),
                item.leftAt().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null),
                target.structure(),
                rows,
                item.run().id(),
                item.run().context().started().atOffset(ZoneOffset.UTC));
    }
}
