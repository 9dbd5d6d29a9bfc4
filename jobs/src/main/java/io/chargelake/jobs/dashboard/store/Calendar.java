package io.chargelake.jobs.dashboard.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/** What queries know of the network's zone, by the JVM's own rules: those that jobs count local days by. */
record Calendar(ZoneId zone) {
    private static final LocalDate FIRST = LocalDate.of(2010, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2060, 1, 1);

    /**
     * {@code utc_offset}: what the clock is ahead of UTC, and from when until when; {@code calendar}: how long each local day lasts.
     */
    void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE utc_offset (since TIMESTAMP, until TIMESTAMP, ahead INTERVAL)");
            statement.execute("CREATE TABLE calendar (local_date DATE, seconds BIGINT)");
        }
        offsets(connection);
        days(connection);
    }

    private void offsets(Connection connection) throws SQLException {
        ZoneRules rules = zone.getRules();
        List<Instant> borders = new ArrayList<>(List.of(FIRST.atStartOfDay().toInstant(ZoneOffset.UTC)));
        Instant end = LAST.atStartOfDay().toInstant(ZoneOffset.UTC);
        for (var next = rules.nextTransition(borders.get(0));
                next != null && next.getInstant().isBefore(end);
                next = rules.nextTransition(next.getInstant())) {
            borders.add(next.getInstant());
        }
        borders.add(end);
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO utc_offset VALUES (?, ?, to_seconds(?))")) {
            for (int i = 0; i + 1 < borders.size(); i++) {
                insert.setObject(1, LocalDateTime.ofInstant(borders.get(i), ZoneOffset.UTC));
                insert.setObject(2, LocalDateTime.ofInstant(borders.get(i + 1), ZoneOffset.UTC));
                insert.setLong(3, rules.getOffset(borders.get(i)).getTotalSeconds());
                insert.execute();
            }
        }
    }

    private void days(Connection connection) throws SQLException {
        StringBuilder values = new StringBuilder("INSERT INTO calendar VALUES ");
        for (LocalDate day = FIRST; day.isBefore(LAST); day = day.plusDays(1)) {
            long seconds = day.plusDays(1).atStartOfDay(zone).toEpochSecond()
                    - day.atStartOfDay(zone).toEpochSecond();
            values.append("(DATE '").append(day).append("', ").append(seconds).append("),");
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(values.substring(0, values.length() - 1));
        }
    }
}
