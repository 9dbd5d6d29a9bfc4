package io.chargelake.jobs.cli;

import io.chargelake.jobs.lake.Query;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.TableState;
import io.chargelake.text.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;

/** What is in the lake. */
@Command(name = "tables", description = "List the tables of the lake with rows, size and version.")
final class TablesJob implements Query {
    private static final List<String> HEADER = List.of("table", "rows", "files", "bytes", "version");

    @ArgGroup
    Sql.Output output = new Sql.Output();

    @Override
    public void run(Run run) {
        List<TableState> states =
                run.lake().tables().stream().map(run.lake()::state).toList();
        run.out().print(output.csv ? csv(states) : output.json ? json(states) : table(states));
    }

    private static String csv(List<TableState> states) {
        return Cells.csv(HEADER)
                + states.stream().map(s -> Cells.csv(cells(s, "%d"))).collect(Collectors.joining());
    }

    private static String json(List<TableState> states) {
        return states.stream()
                .map(s -> String.format(
                        Locale.ROOT,
                        "{\"table\":\"%s\",\"rows\":%d,\"files\":%d,\"bytes\":%d,\"version\":\"%s\"}%n",
                        s.table(),
                        s.rows(),
                        s.files(),
                        s.bytes(),
                        s.version()))
                .collect(Collectors.joining());
    }

    private static String table(List<TableState> states) {
        TextTable table = new TextTable(HEADER);
        states.forEach(s -> table.add(cells(s, "%,d")));
        return table.render();
    }

    private static List<String> cells(TableState s, String number) {
        return List.of(
                s.table(),
                String.format(Locale.ROOT, number, s.rows()),
                String.format(Locale.ROOT, number, s.files()),
                String.format(Locale.ROOT, number, s.bytes()),
                s.version());
    }
}
