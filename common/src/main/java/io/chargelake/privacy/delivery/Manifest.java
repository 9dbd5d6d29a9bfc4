package io.chargelake.privacy.delivery;

import io.chargelake.privacy.request.DifferentialPrivacy;
import io.chargelake.privacy.request.Request;
import io.chargelake.text.JsonText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was delivered to whom, for what and until when. It holds neither the time it was written, so that the same delivery gives the same bytes, nor a
 * parameter of the rules: who knows how few contributors are too few learns something of each figure that is withheld.
 */
final class Manifest {
    private static final MathContext DIGITS = new MathContext(3);

    static String of(Request request, Sheet sheet, Origin origin, List<DeliveryFile> files) {
        var keys = new LinkedHashMap<String, Object>();
        keys.put("id", request.id());
        keys.put("title", request.title());
        keys.put("product", request.product().code());
        keys.put("product_meaning", request.product().meaning());
        keys.put("recipient", request.terms().recipient());
        keys.put("purpose", request.terms().purpose());
        keys.put("expires", request.terms().expires().toString());
        keys.put("retention_days", request.terms().retentionDays());
        keys.put("population", request.population());
        keys.put("table", request.question().table());
        keys.put("from", request.question().period().from().toString());
        keys.put("to", request.question().period().to().toString());
        keys.put("request_sha256", request.hash());
        keys.put("table_versions", origin.tableVersions());
        keys.put("rules_version", origin.rulesVersion());
        origin.keyId().ifPresent(id -> keys.put("key_id", id));
        request.differentialPrivacy().ifPresent(noise -> keys.put("differential_privacy", noise(noise)));
        request.wayBack().ifPresent(way -> keys.put("way_back_authorised_by", way.by()));
        keys.put("rows", sheet.rows().size());
        if (sheet.tellsWithheld()) {
            keys.put("withheld_share", sheet.withheldShare());
        }
        keys.put("files", files.stream().map(Manifest::file).toList());
        return JsonText.indented(keys);
    }

    /** All of it may be known: the guarantee holds against who knows how the noise is made. */
    private static Map<String, Object> noise(DifferentialPrivacy noise) {
        var keys = new LinkedHashMap<String, Object>();
        keys.put("epsilon", BigDecimal.valueOf(noise.epsilon()).stripTrailingZeros());
        keys.put("delta", BigDecimal.valueOf(noise.delta()).stripTrailingZeros());
        keys.put(
                "standard_deviation",
                BigDecimal.valueOf(noise.sigma()).round(DIGITS).stripTrailingZeros());
        return keys;
    }

    private static Map<String, Object> file(DeliveryFile file) {
        var keys = new LinkedHashMap<String, Object>();
        keys.put("name", file.name());
        keys.put("bytes", file.bytes().length);
        keys.put("sha256", file.sha256());
        return keys;
    }

    private Manifest() {}
}
