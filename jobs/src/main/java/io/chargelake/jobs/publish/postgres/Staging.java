package io.chargelake.jobs.publish.postgres;

import io.chargelake.jobs.tables.Col;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A table that rows are copied to before they are merged, without a log as it need not outlive a crash. Its name is of one run only: what an
 * executor of a dead run still sends finds no table.
 */
record Staging(Target target, String name) {
    static final String SCHEMA_SUFFIX = "_stage";

    /** No declared column begins like this. */
    private static final String ATTEMPT = "_attempt";

    private static final int SUFFIX = 10;

    /** The schema of staging tables of everything that is published to a schema and its personal one. */
    static String schema(String schema) {
        return schema + SCHEMA_SUFFIX;
    }

    static Staging create(Connection connection, String schema, Target target) throws SQLException {
        String suffix = UUID.randomUUID().toString().substring(0, SUFFIX - 2);
        Staging staging = new Staging(target, Name.of(schema, prefix(target) + suffix));
        String columns = target.table().columns().stream()
                .map(col -> Name.quoted(col.name()) + " " + PgType.of(col).name())
                .collect(Collectors.joining(", "));
        Sql.run(
                connection,
                "CREATE UNLOGGED TABLE " + staging.name + " (" + columns + ", " + Name.quoted(ATTEMPT)
                        + " bigint) WITH (autovacuum_enabled = off)");
        return staging;
    }

    /** Drops what dead runs left of this table; the caller holds its lock. */
    static void sweep(Connection connection, String schema, Target target) throws SQLException {
        List<String> left = Sql.query(
                connection,
                row -> row.getString(1),
                "SELECT tablename FROM pg_tables WHERE schemaname = ? AND starts_with(tablename, ?) AND length(tablename) = ?",
                schema,
                prefix(target),
                prefix(target).length() + SUFFIX - 2);
        for (String table : left) {
            Sql.run(connection, "DROP TABLE IF EXISTS " + Name.of(schema, table));
        }
    }

    private static String prefix(Target target) {
        return Name.fit(target.shown(), Name.LONGEST - SUFFIX) + "__";
    }

    void drop(Connection connection) throws SQLException {
        Sql.run(connection, "DROP TABLE IF EXISTS " + name);
    }

    /** Rows go from executors to the database; none of them passes here. */
    Copied fill(Database database, Dataset<Row> rows, int connections) {
        List<PgType> types = target.table().columns().stream().map(PgType::of).toList();
        List<String> columns = new ArrayList<>(target.table().columnNames().toList());
        columns.add(ATTEMPT);
        String copy = "COPY " + name + " (" + Name.quoted(columns) + ") FROM STDIN (FORMAT binary)";
        return Copied.all(rows.coalesce(connections)
                .queryExecution()
                .toRdd()
                .toJavaRDD()
                .mapPartitions(new CopyTask(database, copy, types))
                .collect());
    }

    /** Of the attempts that count; a parameter stands for them. */
    String rows(String alias) {
        return name + " AS " + alias + " WHERE " + alias + "." + Name.quoted(ATTEMPT) + " = ANY (?)";
    }

    static String sameKey(Target target, String one, String other) {
        return target.table().keys().stream()
                .map(Col::name)
                .map(Name::quoted)
                .map(key -> one + "." + key + " = " + other + "." + key)
                .collect(Collectors.joining(" AND "));
    }
}
