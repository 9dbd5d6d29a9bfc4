package io.chargelake.jobs.lake;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.SparkSession;

/** Small files and folders below a URI, on disk or object storage. */
public final class Storage {
    /** How the hidden name of a file ends that is not yet whole. */
    public static final String TEMPORARY = ".tmp";

    private final Configuration hadoop;

    private Storage(Configuration hadoop) {
        this.hadoop = hadoop;
    }

    /** @param at any place on the storage; the settings of all storages are the session's */
    public static Storage of(SparkSession spark, URI at) {
        return new Storage(spark.sessionState().newHadoopConf());
    }

    /** For a job of plain Java, which has no session. */
    public static Storage withoutSession(Settings settings, Map<String, String> environment) {
        return new Storage(Sessions.hadoop(settings, ObjectStores.sparkSettings(settings, environment)));
    }

    /** A path without a scheme is one on the local disk. */
    public static URI uri(String text) {
        return text.contains("://") || text.startsWith("file:")
                ? new org.apache.hadoop.fs.Path(text).toUri()
                : Path.of(text).toAbsolutePath().normalize().toUri();
    }

    /** A URI without escapes, as Spark, Delta and Iceberg take it: they would look for a file with a % in its name. */
    public static String plain(URI uri) {
        String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
        return uri.getScheme() + "://" + authority + uri.getPath();
    }

    public static URI child(URI folder, String name) {
        String base = folder.toString();
        return URI.create(base.endsWith("/") ? base + name : base + "/" + name);
    }

    public long size(URI file) throws IOException {
        return fileSystem(file).getFileStatus(path(file)).getLen();
    }

    public boolean exists(URI uri) throws IOException {
        return fileSystem(uri).exists(path(uri));
    }

    public String readText(URI file) throws IOException {
        return new String(readBytes(file), StandardCharsets.UTF_8);
    }

    public byte[] readBytes(URI file) throws IOException {
        try (var in = fileSystem(file).open(path(file))) {
            return in.readAllBytes();
        }
    }

    /** The whole file is there, or nothing: on disk by a rename, on object storage because a put is atomic. */
    public void writeText(URI file, String text) throws IOException {
        writeBytes(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same of bytes. */
    public void writeBytes(URI file, byte[] bytes) throws IOException {
        write(file, out -> out.write(bytes));
    }

    /** Writes a file's bytes one after the other. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** The same of a file that need not fit into memory. */
    public void write(URI file, Content content) throws IOException {
        if ("file".equals(file.getScheme())) {
            Path target = Path.of(file);
            Files.createDirectories(target.getParent());
            Path temporary = target.resolveSibling("." + target.getFileName() + TEMPORARY);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
                content.writeTo(out);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(temporary);
                throw e;
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        FSDataOutputStream out = fileSystem(file).create(path(file), true);
        try {
            content.writeTo(out);
        } catch (IOException | RuntimeException e) {
            out.abort(); // to close it would publish half a file
            throw e;
        }
        out.close();
    }

    /** Names of the folders directly below; none when there is no such place. Those that begin with _ or . are not listed. */
    public List<String> folders(URI uri) {
        try {
            return exists(uri)
                    ? Arrays.stream(fileSystem(uri).listStatus(path(uri)))
                            .filter(FileStatus::isDirectory)
                            .map(status -> status.getPath().getName())
                            .filter(name -> !name.startsWith("_") && !name.startsWith("."))
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of the files directly below; none when there is no such place. */
    public List<String> files(URI uri) throws IOException {
        return exists(uri)
                ? Arrays.stream(fileSystem(uri).listStatus(path(uri)))
                        .filter(FileStatus::isFile)
                        .map(status -> status.getPath().getName())
                        .toList()
                : List.of();
    }

    public void delete(URI file) throws IOException {
        fileSystem(file).delete(path(file), false);
    }

    /** The settings of all storages, for a library that opens files itself. */
    public Configuration hadoop() {
        return hadoop;
    }

    public FileSystem fileSystem(URI uri) throws IOException {
        return FileSystem.get(uri, hadoop);
    }

    private static org.apache.hadoop.fs.Path path(URI uri) {
        return new org.apache.hadoop.fs.Path(uri);
    }
}
