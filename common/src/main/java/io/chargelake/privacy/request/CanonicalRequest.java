package io.chargelake.privacy.request;

import io.chargelake.text.JsonText;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request as JSON with its keys in one order and nothing left to a default, so that its hash tells what was asked. */
final class CanonicalRequest {

    static String of(Request request) {
        Question question = request.question();
        var keys = new LinkedHashMap<String, Object>();
        keys.put("id", request.id());
        keys.put("title", request.title());
        keys.put("population", request.population());
        keys.put("product", request.product().code());
        keys.put("recipient", request.terms().recipient());
        keys.put("purpose", request.terms().purpose());
        keys.put("expires", request.terms().expires().toString());
        keys.put("retention_days", request.terms().retentionDays());
        keys.put("table", question.table());
        keys.put("period", question.period().toString());
        keys.put(
                "dimensions",
                question.dimensions().stream().map(Dimension::name).toList());
        keys.put(
                "measures",
                question.measures().stream().map(CanonicalRequest::measure).toList());
        keys.put(
                "filters",
                question.filters().stream().map(CanonicalRequest::filter).toList());
        keys.put("totals", question.totals().stream().map(Total::toString).toList());
        request.differentialPrivacy().ifPresent(asked -> keys.put("differential_privacy", noise(asked)));
        request.wayBack().ifPresent(allowed -> keys.put("way_back", List.of(allowed.by(), allowed.reason())));
        return JsonText.compact(keys);
    }

    static String hash(Request request) {
        try {
            byte[] text = of(request).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** 10 and 10.0 ask the same. */
    private static String measure(Measure measure) {
        return new Measure(
                        measure.statistic(),
                        measure.column(),
                        measure.rounding().map(BigDecimal::stripTrailingZeros))
                .toString();
    }

    private static List<Object> filter(Filter filter) {
        return List.of(filter.column(), filter.operator().sign(), filter.values());
    }

    private static Map<String, Object> noise(DifferentialPrivacy asked) {
        var keys = new LinkedHashMap<String, Object>();
        keys.put("epsilon", number(asked.epsilon()));
        keys.put("delta", number(asked.delta()));
        keys.put("clip", number(asked.clip()));
        keys.put("max_cells", asked.maxCells());
        return keys;
    }

    private static BigDecimal number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros();
    }

    private CanonicalRequest() {}
}
