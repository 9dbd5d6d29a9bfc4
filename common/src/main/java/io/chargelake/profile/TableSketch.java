package io.chargelake.profile;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A table in one pass: a task fills one with its rows, and any two can be merged. Columns go by their names, so that documents may bring
 * new ones at any row, and files may have them in another order.
 */
public final class TableSketch implements Serializable {
    private static final long serialVersionUID = 1L;
    /** A document may use ids as names; what comes beyond is counted, not kept. */
    public static final int MOST_COLUMNS = 1_000;

    private static final int ROWS = 1 << 16;
    private static final int KEYS = 1 << 14;
    /** Bounds the memory of documents whose every name is that of an id. */
    private static final int MOST_KEY_COLUMNS = 16;

    private static final String ELEMENT = "[]";

    private final List<String> zones;
    private final List<ColumnPair> pairs;
    private final List<ColumnSketch> columns = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final DistinctSample distinctRows = new DistinctSample(ROWS);
    private final List<DistinctSample> distinctPairs = new ArrayList<>();
    private final long[] pairRows;
    private final RowSample sample = new RowSample();
    private final Map<String, Long> elements = new TreeMap<>();
    private final Map<Integer, String> brokenFiles = new TreeMap<>();
    private long rows;
    private long brokenRows;
    private long valuesBeyond;
    private int keyColumns;

    private transient Cursor cursor;

    /** The row that is being filled. */
    private static final class Cursor {
        private final TextReader reader = new TextReader();
        private double[] cells = {};
        private long[] hashes = {};
        private long rowHash;
    }

    /** @param zones that times may be of, the likeliest first */
    public TableSketch(List<String> zones, List<ColumnPair> pairs) {
        this.zones = List.copyOf(zones);
        this.pairs = List.copyOf(pairs);
        this.pairRows = new long[pairs.size()];
        pairs.forEach(pair -> distinctPairs.add(new DistinctSample(KEYS)));
    }

    /** The place of a column; a new one if there is none of this name, and -1 where there are too many. */
    public int column(String name, String type) {
        Integer known = places.get(name);
        if (known == null) {
            if (columns.size() == MOST_COLUMNS) {
                return -1;
            }
            known = columns.size();
            columns.add(new ColumnSketch(name, zones, differentValues(name)));
            places.put(name, known);
        }
        if (!type.isEmpty()) {
            columns.get(known).type(type);
        }
        return known;
    }

    private int differentValues(String name) {
        boolean mayBeKey = ColumnName.of(name).isPartOfKey() && keyColumns < MOST_KEY_COLUMNS;
        keyColumns += mayBeKey ? 1 : 0;
        return mayBeKey ? ColumnSketch.DISTINCT_KEYS : ColumnSketch.DISTINCT;
    }

    public void beginRow() {
        if (cursor == null) {
            cursor = new Cursor();
        }
        cursor.rowHash = 0;
        if (cursor.cells.length != columns.size()) {
            cursor.cells = new double[columns.size()];
            cursor.hashes = new long[columns.size()];
        }
        Arrays.fill(cursor.cells, Double.NaN);
        Arrays.fill(cursor.hashes, 0);
    }

    /** A text as a file has it; null is no value. */
    public void text(int column, String text) {
        if (text != null && isKept(column)) {
            double value = columns.get(column).addText(text, cursor.reader);
            note(column, value, text, !cursor.reader.kind().isMissing());
        }
    }

    public void integer(int column, long value) {
        typed(column, TextKind.INTEGER, value, Long.toString(value));
    }

    public void real(int column, double value) {
        typed(
                column,
                TextKind.DECIMAL,
                value,
                value == Math.rint(value) ? Words.number(value) : Double.toString(value));
    }

    public void bool(int column, boolean value) {
        typed(column, TextKind.BOOLEAN, Double.NaN, Boolean.toString(value));
    }

    /** @param micros since 1970 */
    public void moment(int column, long micros) {
        double seconds = micros / 1e6;
        typed(column, TextKind.MOMENT, seconds, Words.time(seconds));
    }

    /** @param micros as the clock showed */
    public void localTime(int column, long micros) {
        double seconds = micros / 1e6;
        typed(column, TextKind.LOCAL_TIME, seconds, Words.time(seconds));
    }

    public void date(int column, int day) {
        double seconds = day * 86_400.0;
        typed(column, TextKind.DATE, seconds, Words.time(seconds));
    }

    /** A list of values, as text. */
    public void list(int column, String text) {
        typed(column, TextKind.LIST, Double.NaN, text);
    }

    private void typed(int column, TextKind kind, double value, String text) {
        if (isKept(column)) {
            double kept = columns.get(column).addTyped(kind, value, text);
            note(column, kept, text, !kind.isNumber() || Double.isFinite(value));
        }
    }

    private boolean isKept(int column) {
        valuesBeyond += column < 0 ? 1 : 0;
        return column >= 0;
    }

    private void note(int column, double value, String text, boolean given) {
        if (column >= cursor.cells.length) {
            cursor.cells = grown(cursor.cells, columns.size());
            cursor.hashes = Arrays.copyOf(cursor.hashes, columns.size());
        }
        if (Double.isNaN(cursor.cells[column])) {
            cursor.cells[column] = value;
        }
        if (given) {
            long hash = columns.get(column).rowHash(text);
            cursor.hashes[column] = hash;
            cursor.rowHash += hash;
        }
    }

    private static double[] grown(double[] cells, int width) {
        double[] grown = Arrays.copyOf(cells, width);
        Arrays.fill(grown, cells.length, width, Double.NaN);
        return grown;
    }

    /** One more element of a list of objects; its columns begin with {@code list} and {@code []}. */
    public void element(String list) {
        elements.merge(list + ELEMENT, 1L, Long::sum);
    }

    /** @param file the number of the file the row is of */
    public void endRow(int file) {
        rows++;
        long hash = Hashes.both(cursor.rowHash, 1);
        distinctRows.add(hash);
        if (sample.wants(hash)) {
            sample.add(hash, file, cursor.cells.clone());
        }
        for (int i = 0; i < pairs.size(); i++) {
            countPair(i);
        }
    }

    private void countPair(int pair) {
        long one = hash(pairs.get(pair).one());
        long other = hash(pairs.get(pair).other());
        if (one != 0 && other != 0) {
            pairRows[pair]++;
            distinctPairs.get(pair).add(Hashes.both(one, other));
        }
    }

    private long hash(String column) {
        Integer place = places.get(column);
        return place == null || place >= cursor.hashes.length ? 0 : cursor.hashes[place];
    }

    /** A line that is no row. */
    public void brokenRow() {
        brokenRows++;
    }

    /** A file that turned out broken while it was read; no row of it may be in this sketch. */
    public void brokenFile(int file, String words) {
        brokenFiles.put(file, words);
    }

    public Map<Integer, String> brokenFiles() {
        return brokenFiles;
    }

    public TableSketch merge(TableSketch other) {
        int[] ours = new int[other.columns.size()];
        for (int i = 0; i < ours.length; i++) {
            ColumnSketch theirs = other.columns.get(i);
            ours[i] = column(theirs.name(), "");
            if (ours[i] < 0) {
                valuesBeyond += theirs.given();
            } else {
                columns.get(ours[i]).merge(theirs);
            }
        }
        sample.merge(other.sample, ours, columns.size());
        distinctRows.merge(other.distinctRows);
        for (int i = 0; i < pairs.size(); i++) {
            distinctPairs.get(i).merge(other.distinctPairs.get(i));
            pairRows[i] += other.pairRows[i];
        }
        other.elements.forEach((list, count) -> elements.merge(list, count, Long::sum));
        brokenFiles.putAll(other.brokenFiles);
        rows += other.rows;
        brokenRows += other.brokenRows;
        valuesBeyond += other.valuesBeyond;
        return this;
    }

    public long rows() {
        return rows;
    }

    public long brokenRows() {
        return brokenRows;
    }

    /** Values of columns that were too many. */
    long valuesBeyond() {
        return valuesBeyond;
    }

    List<ColumnSketch> columns() {
        return columns;
    }

    /** How many values the column could have: one a row, or one an element of the list that it is in. */
    long expected(String column) {
        int list = column.lastIndexOf(ELEMENT);
        return list < 0 ? rows : elements.getOrDefault(column.substring(0, list + ELEMENT.length()), rows);
    }

    DistinctSample distinctRows() {
        return distinctRows;
    }

    List<ColumnPair> pairs() {
        return pairs;
    }

    /** How often the two columns together come again. */
    long repeats(int pair) {
        return distinctPairs.get(pair).repeats();
    }

    /** Rows that lack one of the two. */
    long incomplete(int pair) {
        return rows - pairRows[pair];
    }

    RowSample sample() {
        return sample;
    }
}
