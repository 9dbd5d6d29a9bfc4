package io.chargelake.jobs.cli;

import io.chargelake.jobs.lake.Query;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.RunRecords;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.text.TextTable;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A question to the lake's tables, by name. */
@Command(
        name = "sql",
        description = "Ask the tables of the lake a question in SQL.",
        footer = {"", "Example: ./chargelake sql \"SELECT count(*) FROM status_connectors\" --csv"})
final class Sql implements Query {

    @Parameters(
            paramLabel = "QUERY",
            description = "one statement that reads; tables go by their names, _runs holds the run records")
    String query;

    @ArgGroup
    Output output = new Output();

    /** How the rows are printed. */
    static final class Output {
        @Option(names = "--csv", description = "rows as CSV")
        boolean csv;

        @Option(names = "--json", description = "rows as JSON, one a line")
        boolean json;
    }

    @Option(
            names = "--rows",
            defaultValue = "1000",
            paramLabel = "N",
            description = "most rows of a printed table (default ${DEFAULT-VALUE}); CSV and JSON have no limit")
    int mostRows;

    @Override
    public void run(Run run) {
        run.lake().tables().stream()
                .filter(this::mentions)
                .forEach(table -> run.lake().stored(table).createOrReplaceTempView(table));
        if (mentions(RunRecords.TABLE)) {
            RunRecords.read(run).createOrReplaceTempView(RunRecords.TABLE);
        }
        print(run, rows(run));
    }

    private boolean mentions(String table) {
        return Pattern.compile("\\b" + Pattern.quote(table) + "\\b", Pattern.CASE_INSENSITIVE)
                .matcher(query)
                .find();
    }

    private Dataset<Row> rows(Run run) {
        if (!query.strip().matches("(?is)^(select|with|describe|values|\\(|from|explain)\\b.*|^\\(.*")) {
            throw UserError.usage(
                    "Cannot run this statement: only statements that read are allowed (SELECT, WITH, DESCRIBE, EXPLAIN)");
        }
        try {
            return run.spark().sql(query);
        } catch (Exception e) {
            if (e instanceof AnalysisException) {
                throw new UserError(
                        io.chargelake.jobs.lake.ExitCode.USAGE,
                        "Cannot run this statement: " + firstLine(e) + " (tables: "
                                + String.join(", ", run.lake().tables()) + ")",
                        e);
            }
            throw e;
        }
    }

    private static String firstLine(Exception e) {
        return e.getMessage()
                .lines()
                .findFirst()
                .orElse("")
                .replaceFirst("^\\[[A-Z_.]+\\] ", "")
                .replaceFirst("\\.? SQLSTATE: .*", "");
    }

    private void print(Run run, Dataset<Row> rows) {
        List<String> header = List.of(rows.columns());
        if (output.csv) {
            run.out().print(Cells.csv(header));
            rows.toLocalIterator().forEachRemaining(row -> run.out().print(Cells.csv(Cells.of(row))));
        } else if (output.json) {
            rows.toJSON().toLocalIterator().forEachRemaining(run.out()::println);
        } else {
            printTable(run, header, rows);
        }
        run.out().flush();
    }

    private void printTable(Run run, List<String> header, Dataset<Row> rows) {
        TextTable table = new TextTable(header);
        Iterator<Row> found = rows.limit(mostRows + 1).collectAsList().iterator();
        for (int i = 0; i < mostRows && found.hasNext(); i++) {
            table.add(Cells.of(found.next()));
        }
        run.out().print(table.render());
        if (found.hasNext()) {
            System.err.println("There are more than " + mostRows + " rows (--rows N shows more, --csv all)");
        }
    }
}
