package io.chargelake.jobs.status.occupancy;

import io.chargelake.jobs.lake.StorageErrors;
import io.chargelake.jobs.raw.RawFile;
import io.chargelake.jobs.raw.pages.TimePages;
import io.chargelake.jobs.raw.pages.WordPages;
import io.chargelake.jobs.tables.FlatPolls;
import java.io.Closeable;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.schema.MessageType;

/** Reads row groups of polls into an intake, some thousand polls at a time: as many as a core's cache holds. */
final class PageReader implements Closeable {
    private static final int POLLS_AT_ONCE = 4096;

    private final Configuration hadoop;
    private final ParquetReadOptions options;
    private final PollIntake intake;
    private final int[] type = new int[POLLS_AT_ONCE];
    private final int[] id = new int[POLLS_AT_ONCE];
    private final long[] second = new long[POLLS_AT_ONCE];
    private final int[] status = new int[POLLS_AT_ONCE];
    private RawFile open;
    private ParquetFileReader file;
    private WordPages types;
    private WordPages ids;
    private TimePages times;
    private WordPages statuses;

    PageReader(Configuration hadoop, PollIntake intake) {
        this.hadoop = hadoop;
        this.options = ParquetPolls.options(hadoop);
        this.intake = intake;
    }

    void read(PollGroup group) throws IOException {
        if (!group.file().equals(open)) {
            open(group.file());
        }
        try (PageReadStore pages = begin(group)) {
            for (long left = pages.getRowCount(); left > 0; left -= POLLS_AT_ONCE) {
                readSome((int) Math.min(left, POLLS_AT_ONCE));
            }
        }
    }

    private PageReadStore begin(PollGroup group) {
        try {
            PageReadStore pages = file.readRowGroup(group.index());
            types.begin(pages);
            ids.begin(pages);
            times.begin(pages);
            statuses.begin(pages);
            return pages;
        } catch (IOException | RuntimeException e) {
            throw StorageErrors.explainData(e, open.path());
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    private void open(RawFile next) throws IOException {
        close();
        file = ParquetPolls.open(next, hadoop, options);
        open = next;
        MessageType schema = file.getFileMetaData().getSchema();
        file.setRequestedSchema(ParquetPolls.columns(schema));
        types = new WordPages(ParquetPolls.column(schema, FlatPolls.DEVICE_TYPE), PollColumns::type, type);
        ids = new WordPages(ParquetPolls.column(schema, FlatPolls.DEVICE_ID), intake.devices()::id, id);
        times = new TimePages(ParquetPolls.column(schema, FlatPolls.QUERY_TIME), second);
        statuses = new WordPages(ParquetPolls.column(schema, FlatPolls.STATUS), intake.statuses()::code, status);
    }

    private void readSome(int polls) throws IOException {
        int timeless = decode(polls);
        if (timeless == 0) {
            intake.addAll(type, id, second, status, polls);
            return;
        }
        for (int i = 0; i < polls; i++) {
            if (second[i] == TimePages.NONE) {
                intake.addTimeless(type[i], id[i]);
            } else {
                intake.add(type[i], id[i], second[i], status[i]);
            }
        }
    }

    /** How many of the next polls have no time. */
    private int decode(int polls) {
        try {
            types.read(polls);
            ids.read(polls);
            int timeless = times.read(polls);
            statuses.read(polls);
            return timeless;
        } catch (IOException | RuntimeException e) {
            throw StorageErrors.explainData(e, open.path());
        }
    }
}
