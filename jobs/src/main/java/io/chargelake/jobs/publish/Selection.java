package io.chargelake.jobs.publish;

import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.RunRecords;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.jobs.tables.Layer;
import io.chargelake.jobs.tables.Table;
import io.chargelake.jobs.tables.Tables;
import io.chargelake.text.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which parts of which tables. What is published by itself follows from the declarations: gold tables, and the devices and places they
 * are read with. Personal rows must be asked for by their table's name.
 *
 * @param tables names of the tables; empty for all that are published by themselves
 * @param personal names of the tables whose personal rows are published too
 */
record Selection(List<String> tables, List<String> personal) {

    /** A part of a table, whether the lake has it or not. */
    record Chosen(Table table, Part part) {}

    List<Chosen> chosen() {
        personal.forEach(Selection::requirePersonal);
        List<Table> named = tables.stream().map(Selection::named).toList();
        named.forEach(this::requireSaid);
        List<Table> open = tables.isEmpty()
                ? Tables.ALL.stream().filter(Selection::byItself).toList()
                : named;
        return Stream.concat(
                        open.stream().map(table -> new Chosen(table, Part.OPEN)),
                        personal.stream().map(name -> new Chosen(named(name), Part.PERSONAL)))
                .filter(chosen -> chosen.part().isIn(chosen.table()))
                .distinct()
                .toList();
    }

    /** What is there of it, in versions that belong together. */
    List<Item> items(Run run) {
        Map<String, RunRecords.Left> left = RunRecords.versions(run);
        List<Item> items = new ArrayList<>();
        for (Chosen chosen : chosen()) {
            Table table = chosen.table();
            if (run.lake().has(table)) {
                Optional<RunRecords.Left> last = Optional.ofNullable(left.get(table.name()));
                String version = last.map(RunRecords.Left::version)
                        .orElseGet(() -> run.lake().version(table));
                items.add(new Item(run, table, chosen.part(), version, last.map(RunRecords.Left::ended)));
            } else if (tables.contains(table.name()) || personal.contains(table.name())) {
                throw UserError.input(
                        "Cannot publish " + table.name()
                                + ": it is not in this lake yet (run the job that makes it first; ./chargelake tables lists what is there)");
            }
        }
        return items;
    }

    private static boolean byItself(Table table) {
        return !table.isPersonal()
                && (table.layer() == Layer.GOLD
                        || Tables.MASTER.contains(table)
                        || (table.layer() == Layer.CLEAN && table.hasPlaces() && !isHistory(table)));
    }

    /** The versions of a dimension or register, of which the current ones are in another table. */
    private static boolean isHistory(Table table) {
        return Tables.ALL.stream().anyMatch(current -> table.name().equals(current.name() + "_history"));
    }

    private static Table named(String name) {
        return Tables.named(name)
                .orElseThrow(() -> UserError.usage("Cannot publish " + name + ": there is no such table"
                        + Suggestions.closest(
                                        name,
                                        Tables.ALL.stream().map(Table::name).toList())
                                .map(near -> " (did you mean " + near + "?)")
                                .orElse(" (docs/tables.md lists them)")));
    }

    private void requireSaid(Table table) {
        if (table.isPersonal() && !personal.contains(table.name())) {
            throw UserError.privacy("Cannot publish " + table.name()
                    + ": its rows are of single vehicles, which is personal data (if its readers may see that, say so: --personal "
                    + table.name() + "; figures for others are made by ./chargelake extract)");
        }
    }

    private static void requirePersonal(String name) {
        if (!Part.PERSONAL.isIn(named(name))) {
            throw UserError.usage("Cannot publish personal rows of " + name + ": it has none (name it by --tables)");
        }
    }
}
