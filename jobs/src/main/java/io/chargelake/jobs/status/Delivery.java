package io.chargelake.jobs.status;

import io.chargelake.jobs.lake.Finding;
import io.chargelake.jobs.quality.Rule;
import io.chargelake.jobs.raw.FlatFiles;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a run was given, whatever it was written in: polls, the rules for them, master data. */
interface Delivery extends AutoCloseable {

    FlatFiles.Rows polls();

    List<Rule> rules();

    /** Warnings that are no row's. */
    List<Finding> notes();

    /**
     * Master data with the polls that showed it.
     *
     * @param polls those accepted
     */
    Optional<Dataset<Row>> seen(Dataset<Row> polls);

    @Override
    void close();
}
