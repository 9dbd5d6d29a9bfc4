package io.chargelake.jobs.publish.postgres;

import io.chargelake.jobs.lake.UserError;
import io.chargelake.jobs.tables.Col;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What makes of the table that is there the one that is declared: columns are added and widened, never dropped. One that is not
 * declared any more keeps its values, and is empty in new rows.
 *
 * @param before what is done before rows come
 * @param after what holds only when all rows are there
 */
record Evolution(List<String> before, List<String> after) {

    static Evolution of(Target target, Optional<StoredTable> stored) {
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        if (stored.isEmpty()) {
            before.add(target.create());
            after.addAll(target.key());
        } else {
            new Changes(target, stored.get(), before, after).all();
        }
        describe(target, stored, after);
        return new Evolution(before, after);
    }

    private static void describe(Target target, Optional<StoredTable> stored, List<String> after) {
        target.indices().forEach((index, create) -> {
            if (stored.filter(there -> there.indices().contains(index)).isEmpty()) {
                after.add(create);
            }
        });
        if (stored.filter(there -> there.comment().equals(target.table().meaning()))
                .isEmpty()) {
            after.add(target.commentOnTable());
        }
        for (Col col : target.table().columns()) {
            String there = stored.map(table -> table.columns().get(Name.stored(col)))
                    .map(StoredTable.Column::comment)
                    .orElse("");
            if (!there.equals(Target.comment(col))) {
                after.add(target.commentOn(col));
            }
        }
    }

    /** Whether a column becomes another type, which no view may look at meanwhile. */
    boolean changesTypes() {
        return before.stream().anyMatch(statement -> statement.contains(Changes.TYPE));
    }

    boolean creates() {
        return before.stream().anyMatch(statement -> statement.startsWith("CREATE TABLE"));
    }

    /** Whether there is no key yet that rows could be told by. */
    boolean buildsKey() {
        return after.stream().anyMatch(statement -> statement.contains(" ADD PRIMARY KEY "));
    }

    private record Changes(Target target, StoredTable stored, List<String> before, List<String> after) {
        static final String TYPE = " TYPE ";

        void all() {
            List<String> declared =
                    target.table().keys().stream().map(Name::stored).toList();
            boolean sameKey =
                    stored.key().map(StoredTable.Key::columns).orElse(List.of()).equals(declared);
            if (!sameKey) {
                stored.key().ifPresent(key -> before.add(alter(" DROP CONSTRAINT " + Name.quoted(key.constraint()))));
                after.addAll(target.key());
            }
            target.table().columns().forEach(this::column);
            stored.columns().values().stream()
                    .filter(column -> column.required()
                            && target.table().columns().stream()
                                    .map(Name::stored)
                                    .noneMatch(column.name()::equals))
                    .forEach(column -> before.add(alter(column.name(), " DROP NOT NULL")));
        }

        private void column(Col col) {
            StoredTable.Column there = stored.columns().get(Name.stored(col));
            String type = PgType.of(col).name();
            if (there == null) {
                before.add(alter(" ADD COLUMN " + Name.quoted(col.name()) + " " + type));
            } else if (!PgType.fits(type, there.type())) {
                requireWider(col, there.type(), type);
                before.add(alter(col.name(), TYPE + type));
            }
            boolean required = there != null && there.required();
            if (required && !col.isRequired() && !target.table().keys().contains(col)) {
                before.add(alter(col.name(), " DROP NOT NULL"));
            } else if (!required && col.isRequired()) {
                after.add(alter(col.name(), " SET NOT NULL"));
            }
        }

        private void requireWider(Col col, String from, String into) {
            if (!PgType.fits(from, into)) {
                throw UserError.input(
                        "Cannot publish " + target.shown() + ": column " + col.name() + " is " + from
                                + " there, " + into
                                + " is declared (only a wider type is allowed; drop the table there with CASCADE, it is then published anew)");
            }
        }

        private String alter(String column, String what) {
            return alter(" ALTER COLUMN " + Name.quoted(column) + what);
        }

        private String alter(String what) {
            return "ALTER TABLE " + target.name() + what;
        }
    }
}
