package io.chargelake.jobs.lake.disk;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFs;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FsConstants;

/** {@link PlainFiles} for Hadoop's other interface, over which Delta writes its log. Made by Hadoop, by name. */
public final class DiskContext extends ChecksumFs {
    private static final String SCHEME = "file";

    /** @param uri ignored: there is one local disk */
    public DiskContext(URI uri, Configuration hadoop) throws IOException, URISyntaxException {
        super(new Plain(hadoop));
    }

    private static final class Plain extends DelegateToFileSystem {
        Plain(Configuration hadoop) throws IOException, URISyntaxException {
            super(FsConstants.LOCAL_FS_URI, new PlainFiles(), hadoop, SCHEME, false);
        }

        @Override
        public int getUriDefaultPort() {
            return -1;
        }

        @Override
        public boolean isValidName(String name) {
            return true; // whatever the disk takes, Windows' colon included
        }
    }
}
