package io.chargelake.jobs.extract;

import io.chargelake.jobs.lake.SecretRef;
import io.chargelake.privacy.noise.Clipping;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Bounds what each contributor gives, whose cells come one after the other: to so many cells, and so much to each. It remembers one contributor's
 * cells, of which there are no more than the request has.
 *
 * @param key where the key is by which it is chosen which cells those are
 */
record Clipped(Clipping clipping, SecretRef key) implements MapPartitionsFunction<Row, Row> {
    private static final int WHO = 0;
    private static final int AT = 1;
    private static final int GIVEN = 2;

    @Override
    public Iterator<Row> call(Iterator<Row> given) {
        if (!given.hasNext()) {
            return Collections.emptyIterator();
        }
        byte[] chooser = KeySource.read(key, System.getenv()).clipping().bytes();
        return new Iterator<>() {
            private Row next = given.next();
            private Iterator<Row> ofOne = Collections.emptyIterator();

            @Override
            public boolean hasNext() {
                return ofOne.hasNext() || next != null;
            }

            @Override
            public Row next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                if (!ofOne.hasNext()) {
                    ofOne = clipped(chooser, contributor()).iterator();
                }
                return ofOne.next();
            }

            private List<Row> contributor() {
                var rows = new ArrayList<Row>();
                long who = next.getLong(WHO);
                while (next != null && next.getLong(WHO) == who) {
                    rows.add(next);
                    next = given.hasNext() ? given.next() : null;
                }
                return rows;
            }
        };
    }

    /** Of each cell of a contributor: where it is, steps that are kept, what was given in steps. */
    private List<Row> clipped(byte[] chooser, List<Row> cells) {
        Map<String, Row> byName = new TreeMap<>();
        cells.forEach(row -> byName.put(String.join("\n", row.<String>getList(AT)), row));
        var kept = new ArrayList<Row>();
        for (String name : clipping.kept(chooser, cells.get(0).getLong(WHO), byName.keySet())) {
            Row row = byName.remove(name);
            kept.add(RowFactory.create(at(row), clipping.clip(row.getLong(GIVEN)), steps(row)));
        }
        byName.values().forEach(row -> kept.add(RowFactory.create(at(row), 0L, steps(row))));
        return kept;
    }

    private static String[] at(Row row) {
        return row.<String>getList(AT).toArray(String[]::new);
    }

    private long steps(Row row) {
        return Math.abs(row.getLong(GIVEN)) / clipping.grid();
    }
}
