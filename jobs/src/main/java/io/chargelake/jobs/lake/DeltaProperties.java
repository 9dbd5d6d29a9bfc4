package io.chargelake.jobs.lake;

import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Table;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** What a Delta table is created with. */
final class DeltaProperties {
    private static final Set<DataType> ORDERED = Set.of(
            DataTypes.IntegerType,
            DataTypes.LongType,
            DataTypes.DoubleType,
            DataTypes.DateType,
            DataTypes.TimestampType);

    /** Without deletion vectors: readers other than Spark must be able to open what we write. */
    static Map<String, String> of(Table table) {
        var properties = new TreeMap<>(Map.of("delta.enableDeletionVectors", "false"));
        if (table.isPersonal() || table.personalRows().isPresent()) {
            properties.put("delta.dataSkippingStatsColumns", withoutTexts(table));
        }
        return properties;
    }

    /**
     * Bounds of texts would put the smallest and the largest id of each file into the table's log, and from there into temporary files of whatever
     * job reads the table.
     */
    private static String withoutTexts(Table table) {
        return table.columns().stream()
                .filter(col -> ORDERED.contains(col.type()) && !col.equals(Table.DAY))
                .map(Col::name)
                .collect(Collectors.joining(","));
    }

    private DeltaProperties() {}
}
