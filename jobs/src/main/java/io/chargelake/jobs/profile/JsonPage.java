package io.chargelake.jobs.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chargelake.jobs.raw.FlatFiles.Unreadable;
import io.chargelake.profile.ColumnProfile;
import io.chargelake.profile.Quantiles;
import io.chargelake.profile.Suspicion;
import io.chargelake.profile.TableProfile;
import io.chargelake.profile.Words;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** Profiles as one line of JSON, in plain ASCII: a terminal's encoding can't spoil it. */
final class JsonPage {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    static String of(List<TableProfile> tables, List<Unreadable> unreadable) {
        ObjectNode page = JSON.createObjectNode();
        ArrayNode all = page.putArray("tables");
        tables.forEach(table -> table(all.addObject(), table));
        ArrayNode files = page.putArray("unreadable_files");
        unreadable.forEach(file ->
                files.addObject().put("file", file.file().path().toString()).put("reason", file.words()));
        try {
            return JSON.writeValueAsString(page);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void table(ObjectNode node, TableProfile table) {
        TableProfile.Rows rows = table.rows();
        node.put("table", table.name()).put("rows", rows.all()).put("broken_rows", rows.broken());
        node.put("duplicate_rows", rows.duplicates()).put("duplicate_rows_exact", rows.exactDuplicates());
        node.put("sampled_rows", rows.sampled()).put("sample_is_whole", rows.isWhole());
        strings(node.putArray("candidate_keys"), table.keys());
        strings(node.putArray("near_keys"), table.nearKeys());
        ArrayNode incoherences = node.putArray("incoherences");
        table.incoherences().forEach(found -> incoherences
                .addObject()
                .put("code", found.code())
                .put("sentence", found.sentence())
                .put("share", found.share())
                .put("exact", found.isExact()));
        ArrayNode columns = node.putArray("columns");
        table.columns().forEach(column -> column(columns.addObject(), column));
        strings(node.putArray("notes"), table.notes());
    }

    private static void column(ObjectNode node, ColumnProfile column) {
        ColumnProfile.Missing missing = column.missing();
        ColumnProfile.Variety variety = column.variety();
        node.put("column", column.name()).put("stored_as", column.stored()).put("reads_as", column.readsAs());
        node.put("expected", missing.expected()).put("given", missing.given());
        node.put("nulls", missing.nulls()).put("blanks", missing.blanks()).put("words_for_nothing", missing.words());
        node.put("distinct", variety.distinct()).put("distinct_exact", variety.isExact());
        node.put("unique", variety.isUnique()).put("repeats", variety.repeats()).put("personal", variety.isPersonal());
        column.summary().ifPresent(summary -> summary(node, summary));
        ArrayNode top = node.putArray("top");
        column.top()
                .forEach(value -> top.addObject().put("value", value.value()).put("count", value.count()));
        ColumnProfile.Spelling spelling = column.spelling();
        node.put("mojibake", spelling.mojibake()).put("mojibake_repairable", spelling.repairable());
        node.put("undecodable", spelling.undecodable()).put("padded", spelling.padded());
        column.suspicions().unit().ifPresent(unit -> suspicion(node.putObject("suspected_unit"), unit));
        column.suspicions().zone().ifPresent(zone -> suspicion(node.putObject("suspected_zone"), zone));
        node.put("verdict", column.usability().level().words());
        strings(node.putArray("reasons"), column.usability().reasons());
    }

    private static void summary(ObjectNode node, ColumnProfile.Summary summary) {
        if (summary instanceof ColumnProfile.Numbers numbers) {
            node.put("min", numbers.min()).put("max", numbers.max());
            node.put("zeros", numbers.zeros()).put("negatives", numbers.negatives());
            numbers.quantiles().ifPresent(q -> {
                ObjectNode quantiles = node.putObject("quantiles");
                each(q, (name, value) -> quantiles.put(name, value));
            });
            numbers.histogram().ifPresent(h -> {
                ObjectNode histogram = node.putObject("histogram");
                histogram.put("from", h.from()).put("to", h.to());
                counts(
                        histogram.putArray("counts"),
                        Arrays.stream(h.counts()).boxed().toList());
            });
        } else if (summary instanceof ColumnProfile.Times times) {
            DoubleFunction<String> text = Words::time;
            node.put("min", text.apply(times.min()))
                    .put("max", text.apply(times.max()))
                    .put("dates", times.dates());
            times.quantiles().ifPresent(q -> {
                ObjectNode quantiles = node.putObject("quantiles");
                each(q, (name, value) -> quantiles.put(name, text.apply(value)));
            });
            counts(node.putArray("hours_of_the_day"), times.hours());
        } else if (summary instanceof ColumnProfile.Texts texts) {
            node.put("min", texts.min()).put("max", texts.max());
            node.put("shortest", texts.shortest()).put("longest", texts.longest());
        }
    }

    private interface NamedValue {
        void put(String name, double value);
    }

    private static void each(Quantiles quantiles, NamedValue put) {
        put.put("p05", quantiles.p05());
        put.put("p25", quantiles.p25());
        put.put("p50", quantiles.p50());
        put.put("p75", quantiles.p75());
        put.put("p95", quantiles.p95());
    }

    private static void suspicion(ObjectNode node, Suspicion suspicion) {
        node.put("is", suspicion.what())
                .put("strength", suspicion.strength().name().toLowerCase(Locale.ROOT))
                .put("because", suspicion.because());
    }

    private static void counts(ArrayNode node, List<Long> counts) {
        counts.forEach(node::add);
    }

    private static void strings(ArrayNode node, List<String> texts) {
        texts.forEach(node::add);
    }

    private JsonPage() {}
}
