package io.chargelake.jobs.publish.files;

import io.chargelake.jobs.lake.Accounting;
import io.chargelake.jobs.lake.Finding;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.StorageErrors;
import io.chargelake.jobs.publish.Item;
import io.chargelake.jobs.publish.Part;
import java.io.IOException;
import java.net.URI;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A folder with a file of each table. Whoever looks sees the whole file, or that of before. */
public record FileOutput(URI folder, TableFile form) {
    private static final String PERSONAL = "personal/";

    public URI file(Item item) {
        String place = item.part() == Part.PERSONAL ? PERSONAL : "";
        return Storage.child(folder, place + item.table().name() + "." + form.extension());
    }

    public void write(Run run, Item item) {
        URI file = file(item);
        run.spark().sparkContext().setJobDescription("write " + item.table().name());
        Dataset<Row> rows = TableFile.rows(item);
        TableFile.Wrote[] wrote = new TableFile.Wrote[1];
        try {
            Storage.of(run.spark(), folder)
                    .write(file, out -> wrote[0] = form.write(item.table(), rows.toLocalIterator(), out));
        } catch (IOException e) {
            throw StorageErrors.explain(e, file.toString(), StorageErrors.Access.WRITE);
        }
        run.noteInput(item.table().name(), item.version(), wrote[0].rows());
        run.noteOutput(file.toString(), item.version(), wrote[0].rows());
        run.account(new Accounting(wrote[0].rows(), wrote[0].rows(), 0, 0));
        if (wrote[0].leftOut() > 0) {
            run.find(new Finding("value_without_form", "warn", wrote[0].leftOut()));
        }
    }
}
