package io.chargelake.status;

/** A window of one device, both seconds inclusive, of which the runs alone can't tell the polls' order. */
public record Tangle(int device, long from, long to) {
    public Tangle {
        if (device < 0 || from > to || !Runs.accepts(from) || !Runs.accepts(to)) {
            throw new IllegalArgumentException("Cannot make tangle: device " + device + ", seconds " + from + " to "
                    + to + " (device >= 0, seconds 0 to " + Runs.MAX_SECOND + " in order)");
        }
    }
}
