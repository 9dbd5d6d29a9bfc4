package io.chargelake.jobs.dashboard.published;

import io.chargelake.jobs.dashboard.published.Published.DataFile;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.StorageErrors;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Data files on the local disk. Those of object stores are copied once: a data file never changes. */
public final class LocalCopies {
    private static final String SUFFIX = ".parquet";

    private final Storage storage;
    private final Path folder;

    public LocalCopies(Storage storage, Path folder) {
        this.storage = storage;
        this.folder = folder;
    }

    public Path of(DataFile file) {
        return isLocal(file.uri()) ? Path.of(file.uri()) : copy(file);
    }

    private Path copy(DataFile file) {
        Path target = folder.resolve(name(file));
        try {
            if (Files.exists(target) && Files.size(target) == file.bytes()) {
                return target;
            }
            Path part = target.resolveSibling(target.getFileName() + Storage.TEMPORARY);
            try (InputStream in = storage.fileSystem(file.uri()).open(new org.apache.hadoop.fs.Path(file.uri()))) {
                Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            }
            return Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw StorageErrors.explain(e, file.uri());
        }
    }

    /** Copies that nobody reads any more. */
    public void keepOnly(Set<DataFile> used) {
        Set<String> names = used.stream().map(LocalCopies::name).collect(Collectors.toSet());
        try (Stream<Path> copies = Files.list(folder)) {
            for (Path copy : copies.toList()) {
                if (copy.toString().endsWith(SUFFIX)
                        && !names.contains(copy.getFileName().toString())) {
                    Files.deleteIfExists(copy);
                }
            }
        } catch (IOException e) {
            throw StorageErrors.explain(e, folder.toUri());
        }
    }

    private static boolean isLocal(URI uri) {
        return "file".equals(uri.getScheme());
    }

    private static String name(DataFile file) {
        return UUID.nameUUIDFromBytes(file.uri().toString().getBytes(StandardCharsets.UTF_8)) + SUFFIX;
    }
}
