package io.chargelake.jobs.generate.output;

/** CSV to look at, Parquet for the large. */
public enum FileFormat {
    CSV("csv"),
    PARQUET("parquet");

    private final String extension;

    FileFormat(String extension) {
        this.extension = extension;
    }

    public String extension() {
        return extension;
    }
}
