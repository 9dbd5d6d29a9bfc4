package io.chargelake.profile;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.datasketches.common.ArrayOfStringsSerDe;
import org.apache.datasketches.frequencies.ErrorType;
import org.apache.datasketches.frequencies.ItemsSketch;
import org.apache.datasketches.memory.Memory;

/**
 * The commonest values. While there are no more than {@code 3/4 PLACES} different ones all are known, with exact counts; else each that
 * makes more than a seventieth of the values, its count too high by less than half of that.
 */
final class TopValues implements Serializable {
    private static final long serialVersionUID = 1L;
    /** A power of two; three quarters of it are kept. The error is at most 3.5 / places of what was added. */
    private static final int PLACES = 512;

    /** What is rarer could be there by the error alone. */
    private static final int LEAST_SHARE = 70;

    private static final int LONGEST = 60;

    private transient ItemsSketch<String> sketch = new ItemsSketch<>(PLACES);

    void add(String value) {
        sketch.update(value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…");
    }

    void merge(TopValues other) {
        sketch.merge(other.sketch);
    }

    boolean isExact() {
        return sketch.getMaximumError() == 0;
    }

    /** The commonest first; of equally common ones the first in the alphabet. */
    List<TopValue> most(int number) {
        long least = isExact() ? 0 : sketch.getStreamLength() / LEAST_SHARE;
        return Stream.of(sketch.getFrequentItems(least, ErrorType.NO_FALSE_POSITIVES))
                .map(row -> new TopValue(row.getItem(), row.getEstimate()))
                .sorted(Comparator.comparingLong(TopValue::count).reversed().thenComparing(TopValue::value))
                .limit(number)
                .toList();
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        out.writeObject(sketch.toByteArray(new ArrayOfStringsSerDe()));
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        sketch = ItemsSketch.getInstance(Memory.wrap((byte[]) in.readObject()), new ArrayOfStringsSerDe());
    }
}
