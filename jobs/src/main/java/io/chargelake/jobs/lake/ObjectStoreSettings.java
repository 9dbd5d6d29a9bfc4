package io.chargelake.jobs.lake;

import java.nio.file.Path;
import java.util.Optional;

/** How the three kinds of object store are reached; the URI of a table or file chooses among them. */
public record ObjectStoreSettings(S3Settings s3, Optional<Path> gcsKeyFile, Optional<AzureSettings> azure) {}
