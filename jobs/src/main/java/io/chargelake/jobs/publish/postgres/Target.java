package io.chargelake.jobs.publish.postgres;

import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A table as it stands in the database, by its declaration: names, types, keys, indices, comments. */
record Target(String schema, Table table) {

    String name() {
        return Name.of(schema, table.name());
    }

    /** For messages and locks. */
    String shown() {
        return schema + "." + table.name();
    }

    /** Without its key and indices: these are built quicker when the rows are there. */
    String create() {
        return table.columns().stream()
                .map(col -> "    " + Name.quoted(col.name()) + " "
                        + PgType.of(col).name() + (col.isRequired() ? " NOT NULL" : ""))
                .collect(Collectors.joining(",\n", "CREATE TABLE " + name() + " (\n", "\n)"));
    }

    List<String> key() {
        return table.keys().isEmpty()
                ? List.of()
                : List.of("ALTER TABLE " + name() + " ADD PRIMARY KEY (" + Name.quoted(table.keyNames()) + ")");
    }

    /** By their names: by day, as days are replaced and asked for, and by the order of rows in the lake where the key does not begin with it. */
    Map<String, String> indices() {
        Map<String, String> indices = new LinkedHashMap<>();
        if (table.isByDay()) {
            addIndex(List.of(Table.DAY), indices);
        }
        List<Col> order = table.clusterBy();
        boolean beginsKey = order.size() <= table.keys().size()
                && table.keys().subList(0, order.size()).equals(order);
        if (!beginsKey) {
            addIndex(order, indices);
        }
        return indices;
    }

    private void addIndex(List<Col> cols, Map<String, String> indices) {
        List<String> names = cols.stream().map(Col::name).toList();
        String index = Name.fit(table.name() + "_by_" + String.join("_", names), Name.LONGEST);
        indices.put(index, "CREATE INDEX " + Name.quoted(index) + " ON " + name() + " (" + Name.quoted(names) + ")");
    }

    String commentOnTable() {
        return "COMMENT ON TABLE " + name() + " IS " + Name.literal(table.meaning());
    }

    String commentOn(Col col) {
        return "COMMENT ON COLUMN " + name() + "." + Name.quoted(col.name()) + " IS " + Name.literal(comment(col));
    }

    static String comment(Col col) {
        return col.unit().isEmpty() ? col.meaning() : (col.meaning() + " [" + col.unit() + "]").strip();
    }

    /** Stands for all that decides about rows: another one means that all of them are to be compared anew. */
    String structure() {
        return Name.hash(create() + key());
    }
}
