package io.chargelake.jobs.raw;

import java.io.Serializable;
import java.net.URI;

/** A file that an ingest job was given. {@code modified} and {@code size} tell its states apart. */
public record RawFile(URI path, long size, long modifiedMillis) implements Serializable {

    public String name() {
        String text = path.getPath();
        return text.substring(text.lastIndexOf('/') + 1);
    }

    public String version() {
        return size + "B@" + modifiedMillis;
    }

    /** The name without a compression's ending; .gz is the one that Spark's readers unpack by the name. */
    String plainName() {
        return name().replaceFirst("\\.gz$", "");
    }

    boolean isGzip() {
        return !plainName().equals(name());
    }
}
