package io.chargelake.jobs.fleet;

import io.chargelake.jobs.lake.files.NewFile;
import io.chargelake.jobs.lake.files.TableFiles;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A table's data files of all days that rows come for, side by side. */
final class DayFiles<F extends DayFiles.File> {
    private final Supplier<F> make;
    private final Map<LocalDate, F> files = new TreeMap<>();

    /** A table's columns on their way to a file. */
    interface File {
        TableFiles files();
    }

    DayFiles(Supplier<F> make) {
        this.make = make;
    }

    F of(LocalDate day) {
        F file = files.get(day);
        if (file == null) {
            file = make.get();
            file.files().begin(day);
            files.put(day, file);
        }
        return file;
    }

    List<NewFile> finish() throws IOException {
        List<NewFile> written = new ArrayList<>();
        for (F file : files.values()) {
            written.addAll(file.files().finish());
        }
        return written;
    }
}
