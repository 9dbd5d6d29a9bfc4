package io.chargelake.jobs.stations.register;

import io.chargelake.jobs.raw.FlatFiles;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.StationRegister;
import io.chargelake.station.Doubt;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** What tasks make of a register: stations or their points, what was refused, and notes, in one Dataset so that a file is parsed once. */
public final class RegisterRows {
    static final String KIND = "_kind";
    /** A station, a point of one, or something refused. */
    static final String STATION = "station";

    /** A file as a whole. */
    static final String FILE = "file";

    static final String NOTE = "note";

    /** Codes of the rules it breaks, as its reader saw them. */
    public static final String DOUBTS = "_doubts";
    /** Which point of the station the row is about; null where it is about the station. */
    public static final String POINT = "_point";
    /** Of several rows about one point the greatest counts. */
    public static final String CHANGED = "_changed";

    static final String DETAIL = "_detail";
    static final String COUNT = "_count";

    static final StructType SCHEMA = new StructType(Stream.of(
                    Stream.of(text(KIND)),
                    StationRegister.TABLE.columns().stream().map(Col::field),
                    Stream.of(text(POINT), text(CHANGED)),
                    Stream.of(
                            DataTypes.createStructField(DOUBTS, DataTypes.createArrayType(DataTypes.StringType), true)),
                    Stream.of(text(FlatFiles.SOURCE_FILE), text(FlatFiles.CORRUPT), text(DETAIL)),
                    Stream.of(DataTypes.createStructField(COUNT, DataTypes.LongType, true)))
            .flatMap(fields -> fields)
            .toArray(StructField[]::new));

    private final String file;
    private final List<Row> rows = new ArrayList<>();

    RegisterRows(String file) {
        this.file = file;
    }

    /** @param raw the station as received */
    void station(StationDraft draft, String raw) {
        rows.add(row(STATION, draft, raw, null, 0));
    }

    /** A part of the file that can't be used. */
    void refuse(Doubt doubt, String raw) {
        rows.add(row(STATION, new StationDraft().doubt(doubt), raw, null, 0));
    }

    /** Something to tell once, of the file or the delivery. */
    void note(Doubt doubt, String detail, long count) {
        rows.add(row(NOTE, new StationDraft().doubt(doubt), null, detail, count));
    }

    List<Row> rows() {
        return rows;
    }

    static Row unreadable(String file, Doubt reason, String words) {
        return new RegisterRows(file).row(FILE, new StationDraft().doubt(reason), null, words, 0);
    }

    private Row row(String kind, StationDraft draft, String raw, String detail, long count) {
        var values = new ArrayList<Object>();
        values.add(kind);
        StationRegister.TABLE.columns().forEach(column -> values.add(draft.value(column)));
        values.add(draft.point());
        values.add(draft.changed());
        values.add(draft.doubts().toArray(String[]::new));
        values.add(file);
        values.add(raw);
        values.add(detail);
        values.add(count);
        return RowFactory.create(values.toArray());
    }

    private static StructField text(String name) {
        return DataTypes.createStructField(name, DataTypes.StringType, true);
    }
}
