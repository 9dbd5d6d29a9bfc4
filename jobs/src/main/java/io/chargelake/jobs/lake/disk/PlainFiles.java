package io.chargelake.jobs.lake.disk;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Hadoop's local files without a process for each: where its native library is missing, as it mostly is, it calls
 * {@code chmod} for a new file, {@code ls} for a file's owner and {@code readlink} before a rename, some 10 ms each.
 * The JVM knows all of these.
 */
final class PlainFiles extends RawLocalFileSystem {

    @Override
    public void setPermission(Path path, FsPermission permission) throws IOException {
        Set<PosixFilePermission> posix = PosixFilePermissions.fromString(permission.getUserAction().SYMBOL
                + permission.getGroupAction().SYMBOL
                + permission.getOtherAction().SYMBOL);
        try {
            Files.setPosixFilePermissions(local(path), posix);
        } catch (UnsupportedOperationException e) {
            super.setPermission(path, permission);
        } catch (NoSuchFileException e) {
            throw missing(path, e);
        }
    }

    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
        try {
            return status(path, Files.readAttributes(local(path), PosixFileAttributes.class));
        } catch (UnsupportedOperationException e) {
            return super.getFileStatus(path);
        } catch (NoSuchFileException e) {
            throw missing(path, e);
        }
    }

    @Override
    public FileStatus getFileLinkStatus(Path path) throws IOException {
        return Files.isSymbolicLink(local(path)) ? super.getFileLinkStatus(path) : getFileStatus(path);
    }

    private FileStatus status(Path path, PosixFileAttributes of) {
        boolean isFolder = of.isDirectory();
        return new FileStatus(
                of.size(),
                isFolder,
                1,
                getDefaultBlockSize(path),
                of.lastModifiedTime().toMillis(),
                of.lastAccessTime().toMillis(),
                FsPermission.valueOf((isFolder ? "d" : "-") + PosixFilePermissions.toString(of.permissions())),
                of.owner().getName(),
                of.group().getName(),
                path.makeQualified(getUri(), getWorkingDirectory()));
    }

    private java.nio.file.Path local(Path path) {
        return pathToFile(path).toPath();
    }

    /** As Hadoop says it: callers tell a missing file by this. */
    private static IOException missing(Path path, NoSuchFileException cause) {
        IOException missing = new FileNotFoundException("File " + path + " does not exist");
        missing.initCause(cause);
        return missing;
    }
}
