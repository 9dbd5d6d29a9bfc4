package io.chargelake.jobs.vehicles.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Sessions and indicators computed by SQL on DuckDB: written from the contract, sharing nothing with what it checks. */
public final class DuckReference implements AutoCloseable {
    private final Connection connection;

    public DuckReference() {
        try {
            connection = DriverManager.getConnection("jdbc:duckdb:");
            run("SET threads = 2; SET memory_limit = '1GB'; SET TimeZone = 'UTC'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param files a glob of Parquet files */
    public DuckReference table(String name, String files) {
        run("CREATE OR REPLACE VIEW " + name + " AS SELECT * FROM read_parquet('" + files + "')");
        return this;
    }

    /** Runs a script that lies beside this class. */
    public DuckReference script(String name) {
        try (InputStream script = DuckReference.class.getResourceAsStream(name)) {
            run(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Rows that only one of two queries has, said which; none when they are the same. */
    public List<String> differences(String columns, String ours, String reference) {
        String query =
                """
                (SELECT 'only ours' AS side, * FROM (SELECT %1$s FROM %2$s EXCEPT ALL SELECT %1$s FROM %3$s))
                UNION ALL
                (SELECT 'only reference', * FROM (SELECT %1$s FROM %3$s EXCEPT ALL SELECT %1$s FROM %2$s))
                ORDER BY ALL LIMIT 20
                """
                        .formatted(columns, ours, reference);
        return rows(query);
    }

    public long count(String from) {
        return Long.parseLong(rows("SELECT count(*) FROM " + from).get(0));
    }

    public List<String> rows(String query) {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    cells.add(String.valueOf(found.getObject(i)));
                }
                rows.add(String.join(" | ", cells));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    public void run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
