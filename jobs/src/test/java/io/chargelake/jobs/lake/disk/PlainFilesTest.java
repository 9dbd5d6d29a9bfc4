package io.chargelake.jobs.lake.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Hadoop's own local file system says is the reference. */
class PlainFilesTest {
    private final FileSystem plain = new DiskFiles();
    private final FileSystem hadoop = new LocalFileSystem();

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws IOException {
        plain.initialize(folder.toUri(), new Configuration(false));
        hadoop.initialize(folder.toUri(), new Configuration(false));
    }

    @Test
    void statusIsThatOfHadoop() throws IOException {
        Path file = Files.writeString(folder.resolve("a file"), "text");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Files.createSymbolicLink(folder.resolve("link"), file);
        for (Path path : new Path[] {file, folder, folder.resolve("link")}) {
            assertSame(plain.getFileStatus(at(path)), hadoop.getFileStatus(at(path)));
            assertSame(plain.getFileLinkStatus(at(path)), hadoop.getFileLinkStatus(at(path)));
        }
        assertThat(plain.listStatus(at(folder))).hasSameSizeAs(hadoop.listStatus(at(folder)));
    }

    @Test
    void permissionsAreSet() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "text");
        plain.setPermission(at(file), new FsPermission("604"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw----r--");
        plain.mkdirs(at(folder.resolve("deep/er")), new FsPermission("750"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("deep/er"))))
                .isEqualTo("rwxr-x---");
    }

    @Test
    void whatIsMissingIsSaidAsHadoopSaysIt() {
        org.apache.hadoop.fs.Path missing = at(folder.resolve("missing"));
        assertThatThrownBy(() -> plain.getFileStatus(missing)).isInstanceOf(FileNotFoundException.class);
        assertThatThrownBy(() -> plain.getFileLinkStatus(missing)).isInstanceOf(FileNotFoundException.class);
        assertThatThrownBy(() -> plain.setPermission(missing, new FsPermission("600")))
                .isInstanceOf(FileNotFoundException.class);
    }

    @Test
    void aContextCreatesAndRenamesOnce() throws IOException {
        Configuration conf = new Configuration();
        conf.set("fs.AbstractFileSystem.file.impl", DiskContext.class.getName());
        FileContext context = FileContext.getFileContext(folder.toUri(), conf);
        for (String name : new String[] {"one", "two"}) {
            try (FSDataOutputStream out = context.create(at(folder.resolve(name)), EnumSet.of(CreateFlag.CREATE))) {
                out.write(name.getBytes(StandardCharsets.UTF_8));
            }
        }
        org.apache.hadoop.fs.Path log = at(folder.resolve("log"));
        context.rename(at(folder.resolve("one")), log, Options.Rename.NONE);
        assertThat(folder.resolve("log")).hasContent("one");
        assertThatThrownBy(() -> context.rename(at(folder.resolve("two")), log, Options.Rename.NONE))
                .isInstanceOf(org.apache.hadoop.fs.FileAlreadyExistsException.class);
        assertThat(folder.resolve("log")).hasContent("one");
    }

    private static void assertSame(FileStatus found, FileStatus expected) {
        assertThat(told(found)).isEqualTo(told(expected));
    }

    private static List<Object> told(FileStatus status) {
        return List.of(
                status.getPath(),
                status.isDirectory(),
                status.getLen(),
                status.getModificationTime(),
                status.getBlockSize(),
                status.getPermission(),
                status.getOwner(),
                status.getGroup());
    }

    private static org.apache.hadoop.fs.Path at(Path path) {
        return new org.apache.hadoop.fs.Path(path.toString());
    }
}
