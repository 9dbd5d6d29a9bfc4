package io.chargelake.privacy.cell;

/**
 * What the contributors of one kind give to a cell. Merges cells or partial cells of different contributors; what one
 * contributor gives in several rows is summed before it comes here.
 *
 * <p>Sizes are absolute values: who takes 90 back from a sum of 100 and -90 knows the rest as well as who gave 90, while
 * a signed total of 10 would make everyone look dominant or, at 0, nobody. A contributor of 0 is not counted, since it
 * hides nobody and no {@link io.chargelake.privacy.sketch.DifferenceSketch} sees it either.
 *
 * @param number contributors that give other than 0
 * @param total what is published
 * @param size the sum of absolute values, the X of the rules
 * @param largest x1
 * @param second x2
 */
public record Contributions(long number, long total, long size, long largest, long second) {
    public static final Contributions NONE = new Contributions(0, 0, 0, 0, 0);

    public Contributions {
        boolean isOrdered = second >= 0 && largest >= second && size - largest >= second;
        boolean isFilled = number >= 0 && number >= (largest > 0 ? 1 : 0) + (second > 0 ? 1 : 0);
        boolean isWithin = total <= size && total >= -size;
        if (!isOrdered || !isFilled || !isWithin) {
            throw new IllegalArgumentException("Cannot hold contributions: number " + number + ", total " + total
                    + ", size " + size + ", largest " + largest + ", second " + second
                    + " (0 <= second <= largest, largest + second <= size, |total| <= size)");
        }
    }

    /** Of one contributor. */
    public static Contributions of(long value) {
        long size = Math.absExact(value);
        return value == 0 ? NONE : new Contributions(1, value, size, size, 0);
    }

    /** Together with those of other contributors. */
    public Contributions plus(Contributions other) {
        return new Contributions(
                Math.addExact(number, other.number),
                Math.addExact(total, other.total),
                Math.addExact(size, other.size),
                Math.max(largest, other.largest),
                Math.max(Math.min(largest, other.largest), Math.max(second, other.second)));
    }

    /** What neither of the two largest gave: all that stands between the second and knowing the first. */
    public long rest() {
        return size - largest - second;
    }
}
