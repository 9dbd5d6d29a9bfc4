package io.chargelake.jobs.status;

import io.chargelake.jobs.lake.Days;
import io.chargelake.jobs.lake.Finding;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.quality.Rule;
import io.chargelake.jobs.raw.FlatFiles;
import io.chargelake.jobs.raw.RawFile;
import io.chargelake.jobs.status.document.Documents;
import io.chargelake.jobs.status.document.SourceFormat;
import io.chargelake.jobs.tables.DimensionSeen;
import io.chargelake.jobs.tables.FlatPolls;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Polls as an API answers them: statuses and master data in one document. */
final class DocumentDelivery implements Delivery {
    private final Documents documents;
    private final Days days;
    private final Instant asOf;

    private DocumentDelivery(Documents documents, Days days, Instant asOf) {
        this.documents = documents;
        this.days = days;
        this.asOf = asOf;
    }

    static DocumentDelivery read(Run run, List<RawFile> files, SourceFormat format, ZoneId zone) {
        return new DocumentDelivery(
                Documents.read(run.spark(), files, format, zone),
                run.days(),
                run.context().started());
    }

    /** With days asked for, polls of other days are left in the documents; what has no time is looked at. */
    @Override
    public FlatFiles.Rows polls() {
        FlatFiles.Rows all = documents.polls();
        return days.isAll()
                ? all
                : new FlatFiles.Rows(
                        all.groups().stream()
                                .map(rows -> rows.where(FlatPolls.QUERY_TIME
                                        .col()
                                        .isNull()
                                        .or(days.containTime(FlatPolls.QUERY_TIME.col()))))
                                .toList(),
                        all.unreadable());
    }

    @Override
    public List<Rule> rules() {
        return StatusRules.ofDocuments(asOf);
    }

    @Override
    public List<Finding> notes() {
        return documents.notes();
    }

    /** Only of times that can be: a document of the future is refused with all it says. */
    @Override
    public Optional<Dataset<Row>> seen(Dataset<Row> accepted) {
        Dataset<Row> seen = documents.seen().where(StatusRules.isPossible(DimensionSeen.FIRST_SEEN.col(), asOf));
        return Optional.of(days.isAll() ? seen : seen.where(days.containTime(DimensionSeen.FIRST_SEEN.col())));
    }

    @Override
    public void close() {
        documents.close();
    }
}
