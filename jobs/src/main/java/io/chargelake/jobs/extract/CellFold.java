package io.chargelake.jobs.extract;

import io.chargelake.privacy.cell.Contributions;
import io.chargelake.privacy.sketch.Syndromes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Makes one row of a cell of the rows of its contributors, which come one after the other, each vehicle's together. It remembers a cell's sites
 * and operators, and of its vehicles no more than the two largest: memory does not grow with their number.
 *
 * @param quantities that are folded side by side
 * @param kinds of contributors that are known, vehicles first
 */
record CellFold(int quantities, int kinds) implements MapPartitionsFunction<Row, Row> {
    /** Longs of {@link Contributions}. */
    static final int WIDTH = 5;

    private static final int TABLE = 0;
    private static final int AT = 1;
    private static final int WHO = 2;

    @Override
    public Iterator<Row> call(Iterator<Row> given) {
        if (!given.hasNext()) {
            return Collections.emptyIterator();
        }
        return new Iterator<>() {
            private Row next = given.next();

            @Override
            public boolean hasNext() {
                return next != null;
            }

            @Override
            public Row next() {
                if (next == null) {
                    throw new NoSuchElementException();
                }
                Row first = next;
                Fold fold = new Fold();
                while (next != null && isOfOneCell(first, next)) {
                    fold.add(next);
                    next = given.hasNext() ? given.next() : null;
                }
                return RowFactory.create(first.get(TABLE), first.getList(AT).toArray(String[]::new), fold.parts());
            }
        };
    }

    private static boolean isOfOneCell(Row a, Row b) {
        return a.getInt(TABLE) == b.getInt(TABLE) && a.getList(AT).equals(b.getList(AT));
    }

    private final class Fold {
        private final long[][] sketches = new long[quantities][Syndromes.TERMS];
        private final Contributions[] vehicles = new Contributions[quantities];
        private final long[] ofVehicle = new long[quantities];
        private long vehicle;
        /** Of each further kind: what each of its contributors gives, by quantity. */
        private final List<Map<Long, long[]>> others = new ArrayList<>();

        Fold() {
            Arrays.fill(vehicles, Contributions.NONE);
            for (int kind = 1; kind < kinds; kind++) {
                others.add(new HashMap<>());
            }
        }

        void add(Row row) {
            if (row.getLong(WHO) != vehicle) {
                close();
                vehicle = row.getLong(WHO);
            }
            for (int q = 0; q < quantities; q++) {
                long value = row.getLong(WHO + kinds + q);
                ofVehicle[q] = Math.addExact(ofVehicle[q], value);
                for (int kind = 1; kind < kinds; kind++) {
                    others.get(kind - 1).computeIfAbsent(row.getLong(WHO + kind), k -> new long[quantities])[q] +=
                            value;
                }
            }
        }

        /** The vehicle has no more rows. */
        private void close() {
            for (int q = 0; q < quantities; q++) {
                if (ofVehicle[q] != 0) {
                    Syndromes.add(sketches[q], vehicle, ofVehicle[q]);
                    vehicles[q] = vehicles[q].plus(Contributions.of(ofVehicle[q]));
                    ofVehicle[q] = 0;
                }
            }
        }

        long[][] parts() {
            close();
            long[][] parts = new long[quantities][kinds * WIDTH + Syndromes.TERMS];
            for (int q = 0; q < quantities; q++) {
                put(vehicles[q], parts[q], 0);
                for (int kind = 1; kind < kinds; kind++) {
                    Contributions all = Contributions.NONE;
                    for (long[] given : others.get(kind - 1).values()) {
                        all = all.plus(Contributions.of(given[q]));
                    }
                    put(all, parts[q], kind * WIDTH);
                }
                System.arraycopy(sketches[q], 0, parts[q], kinds * WIDTH, Syndromes.TERMS);
            }
            return parts;
        }

        private static void put(Contributions all, long[] into, int at) {
            into[at] = all.number();
            into[at + 1] = all.total();
            into[at + 2] = all.size();
            into[at + 3] = all.largest();
            into[at + 4] = all.second();
        }
    }
}
