package io.chargelake.jobs.status;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.udf;

import io.chargelake.jobs.quality.Rule;
import io.chargelake.jobs.raw.FlatFiles;
import io.chargelake.jobs.status.document.DocumentRules;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Connector;
import io.chargelake.jobs.tables.Table;
import io.chargelake.quality.RuleText;
import io.chargelake.quality.Severity;
import io.chargelake.text.Mojibake;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/** What may be wrong with a row of master data that is given as a flat file. */
final class MasterRules {
    static final RuleText CONFLICT = new RuleText(
            "status",
            "conflicting_master_data",
            Severity.WARN,
            "A station, point or connector has several rows that differ; the one greatest in text is taken, whatever their order.");

    /** The text as it was meant; itself where nothing is wrong with it. */
    private static final UserDefinedFunction REPAIRED = udf(
            (UDF1<String, String>)
                    text -> text == null ? null : Mojibake.repair(text).orElse(text),
            DataTypes.StringType);

    static List<RuleText> texts() {
        return List.of(CONFLICT);
    }

    /** @param orphans connectors of no charging point */
    static List<Rule> of(Table dimension, List<String> orphans) {
        Column key = dimension.keys().get(0).col();
        Column orphan = dimension.equals(Connector.TABLE)
                ? StatusRules.isIn(Connector.ID_CONNECTOR.col(), orphans)
                : lit(false);
        return List.of(
                rule(
                        "broken_line",
                        Severity.QUARANTINE,
                        "The line does not have as many fields as the header.",
                        col(FlatFiles.CORRUPT).isNotNull()),
                Rule.of(
                        DocumentRules.text(DocumentRules.MISSING_ID),
                        key.isNull().or(trim(key.cast("string")).equalTo(""))),
                Rule.of(
                        DocumentRules.text(DocumentRules.BAD_VALUE),
                        col(FlatFiles.UNPARSED).isNotNull()),
                Rule.of(DocumentRules.text(DocumentRules.ORPHAN_CONNECTOR), orphan),
                Rule.of(
                        DocumentRules.text(DocumentRules.MOJIBAKE),
                        texts(dimension)
                                .map(text -> repaired(text.col()).notEqual(text.col()))
                                .reduce(Column::or)
                                .orElse(lit(false))));
    }

    /** The value of a dimension's column, a text that was decoded wrongly put right. */
    static Column repaired(Col column) {
        return column.type().equals(DataTypes.StringType)
                ? repaired(column.col()).as(column.name())
                : column.col();
    }

    private static Column repaired(Column text) {
        return REPAIRED.apply(text);
    }

    private static Stream<Col> texts(Table dimension) {
        return dimension.columns().stream().filter(column -> column.type().equals(DataTypes.StringType));
    }

    private static Rule rule(String code, Severity severity, String sentence, Column broken) {
        return new Rule("status", code, severity, sentence, broken);
    }

    private MasterRules() {}
}
