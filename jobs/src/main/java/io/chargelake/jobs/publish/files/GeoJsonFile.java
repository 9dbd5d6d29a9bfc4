package io.chargelake.jobs.publish.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Table;
import io.chargelake.text.SafeText;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * RFC 7946: a collection of points, with the other columns as their properties. A row without a place, or with one that is not on earth, has the geometry null
 * as the RFC says. Formulas stay as they are: nothing computes these texts.
 */
public final class GeoJsonFile implements TableFile {
    private static final double MAX_LATITUDE = 90;
    private static final double MAX_LONGITUDE = 180;

    @Override
    public String extension() {
        return "geojson";
    }

    @Override
    public boolean canHold(Table table) {
        return table.hasPlaces();
    }

    @Override
    public Wrote write(Table table, Iterator<Row> rows, OutputStream out) throws IOException {
        List<Col> columns = TableFile.columns(table);
        JsonGenerator json =
                new JsonFactory().createGenerator(out).disable(StreamWriteFeature.AUTO_CLOSE_TARGET.mappedFeature());
        json.writeStartObject();
        json.writeStringField("type", "FeatureCollection");
        json.writeArrayFieldStart("features");
        long written = 0;
        long leftOut = 0;
        for (; rows.hasNext(); written++) {
            json.writeRaw('\n');
            leftOut += feature(json, table, columns, rows.next());
        }
        json.writeRaw('\n');
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
        json.flush();
        return new Wrote(written, leftOut);
    }

    /** @return how many of its values have no form */
    private static long feature(JsonGenerator json, Table table, List<Col> columns, Row row) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        if (table.keys().size() == 1) {
            json.writeFieldName("id");
            value(json, row.getAs(table.keys().get(0).name()));
        }
        long leftOut = geometry(json, row);
        json.writeObjectFieldStart("properties");
        for (int i = 0; i < columns.size(); i++) {
            String name = columns.get(i).name();
            if (!name.equals(Table.LATITUDE) && !name.equals(Table.LONGITUDE)) {
                json.writeFieldName(name);
                leftOut += value(json, row.get(i));
            }
        }
        json.writeEndObject();
        json.writeEndObject();
        return leftOut;
    }

    private static long geometry(JsonGenerator json, Row row) throws IOException {
        Number latitude = row.getAs(Table.LATITUDE);
        Number longitude = row.getAs(Table.LONGITUDE);
        boolean isKnown = latitude != null && longitude != null;
        boolean isOnEarth = isKnown
                && Math.abs(latitude.doubleValue()) <= MAX_LATITUDE
                && Math.abs(longitude.doubleValue()) <= MAX_LONGITUDE;
        if (!isOnEarth) {
            json.writeNullField("geometry");
            return isKnown ? 1 : 0;
        }
        json.writeObjectFieldStart("geometry");
        json.writeStringField("type", "Point");
        json.writeArrayFieldStart("coordinates");
        json.writeNumber(longitude.doubleValue());
        json.writeNumber(latitude.doubleValue());
        json.writeEndArray();
        json.writeEndObject();
        return 0;
    }

    /** @return 1 for a number that is none, which JSON has no form for */
    private static long value(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Number number
                && !(value instanceof BigDecimal)
                && !Double.isFinite(number.doubleValue())) {
            json.writeNull();
            return 1;
        }
        if (value instanceof scala.collection.Seq<?> items) {
            json.writeStartArray();
            for (Object item : scala.jdk.javaapi.CollectionConverters.asJava(items)) {
                value(json, item);
            }
            json.writeEndArray();
        } else if (value instanceof Number || value instanceof Boolean || value == null) {
            json.writePOJO(value);
        } else {
            json.writeString(SafeText.readable(value.toString()));
        }
        return 0;
    }
}
