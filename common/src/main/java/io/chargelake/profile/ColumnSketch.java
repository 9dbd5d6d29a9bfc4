package io.chargelake.profile;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One column in one pass. Counts, bounds and kinds are exact; distinct and common values are exact while there are few of them. Merging
 * is associative and commutative for all that is exact. Memory: up to some 100 KB, whatever the number of rows.
 */
final class ColumnSketch implements Serializable {
    private static final long serialVersionUID = 1L;
    /** The standard error of the number of different values beyond is at most 3.2 %. */
    static final int DISTINCT = 2_048;
    /** For columns that may be keys: whether one value came twice among many should be seen. */
    static final int DISTINCT_KEYS = 1 << 16;

    private final String name;
    private final long nameHash;
    private final List<String> zones;
    private final Set<String> types = new TreeSet<>();
    private final long[] kinds = new long[TextKind.values().length];
    private final DistinctSample distinct;
    private final TopValues top = new TopValues();
    private final TextStats texts = new TextStats();
    private final NumberStats numbers = new NumberStats();
    private TimeStats times;
    private long leadingZeros;

    /** @param differentValues that are counted exactly */
    ColumnSketch(String name, List<String> zones, int differentValues) {
        this.name = name;
        this.nameHash = Hashes.of(name);
        this.zones = zones;
        this.distinct = new DistinctSample(differentValues);
    }

    String name() {
        return name;
    }

    void type(String stored) {
        types.add(stored);
    }

    /** A text as it stands in a file. @return its number or time, NaN where it is none */
    double addText(String text, TextReader reader) {
        TextKind kind = reader.read(text);
        count(kind, text);
        if (kind.isMissing()) {
            return Double.NaN;
        }
        texts.add(text);
        if (kind.isNumber() || kind == TextKind.CLOCK) {
            leadingZeros += reader.hasLeadingZero() ? 1 : 0;
            numbers.add(reader.value());
        } else if (kind.isTime()) {
            times().add(reader);
        }
        return reader.value();
    }

    /** A value that is stored with a type; {@code value} is NaN unless it is a number or a time. */
    double addTyped(TextKind kind, double value, String text) {
        if (kind.isNumber() && !Double.isFinite(value)) {
            count(TextKind.WORD_FOR_NOTHING, text);
            return Double.NaN;
        }
        count(kind, text);
        if (kind.isNumber()) {
            numbers.add(value);
        } else if (kind.isTime()) {
            times().addTyped(kind, value);
        }
        return value;
    }

    private void count(TextKind kind, String text) {
        kinds[kind.ordinal()]++;
        if (!kind.isMissing()) {
            distinct.add(Hashes.of(text));
            top.add(text);
        }
    }

    /** What the value adds to the hash of its row, in whatever order columns come. */
    long rowHash(String text) {
        return Hashes.both(nameHash, Hashes.of(text));
    }

    void merge(ColumnSketch other) {
        types.addAll(other.types);
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] += other.kinds[i];
        }
        distinct.merge(other.distinct);
        top.merge(other.top);
        texts.merge(other.texts);
        numbers.merge(other.numbers);
        leadingZeros += other.leadingZeros;
        if (other.times != null) {
            times().merge(other.times);
        }
    }

    private TimeStats times() {
        if (times == null) {
            times = new TimeStats(new ClockEvidence(zones));
        }
        return times;
    }

    Set<String> types() {
        return types;
    }

    long count(TextKind kind) {
        return kinds[kind.ordinal()];
    }

    /** Values that say something. */
    long given() {
        long given = 0;
        for (TextKind kind : TextKind.values()) {
            given += kind.isMissing() ? 0 : count(kind);
        }
        return given;
    }

    DistinctSample distinct() {
        return distinct;
    }

    TopValues top() {
        return top;
    }

    TextStats texts() {
        return texts;
    }

    NumberStats numbers() {
        return numbers;
    }

    boolean hasTimes() {
        return times != null;
    }

    /** Only where {@link #hasTimes}. */
    TimeStats timeStats() {
        return times;
    }

    long leadingZeros() {
        return leadingZeros;
    }
}
