package io.chargelake.jobs.generate.output;

import java.io.Serializable;

/** What was written, without the truth beside it: files, their data rows (no headers) and bytes. */
public record Generated(long files, long rows, long bytes) implements Serializable {

    public static final Generated NOTHING = new Generated(0, 0, 0);

    public Generated plus(Generated other) {
        return new Generated(files + other.files, rows + other.rows, bytes + other.bytes);
    }
}
