package io.chargelake.privacy.delivery;

import io.chargelake.privacy.request.Product;
import io.chargelake.text.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A sheet's columns as a Frictionless Table Schema, with the unit of each beside what the standard has. */
final class TableSchema {

    static String of(String title, Sheet sheet) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("$schema", "https://datapackage.org/profiles/2.0/tableschema.json");
        schema.put("title", title);
        schema.put("fields", fields(sheet));
        schema.put("missingValues", List.of(""));
        return JsonText.indented(schema);
    }

    private static List<Map<String, Object>> fields(Sheet sheet) {
        Stream<Map<String, Object>> keys = sheet.keys().stream().map(field -> field(field, key(sheet.product())));
        Stream<Map<String, Object>> figures =
                sheet.figures().stream().map(field -> field(field, figure(sheet.product())));
        Stream<Map<String, Object>> last = sheet.tellsWithheld() ? Stream.of(withheld()) : Stream.empty();
        return Stream.of(keys, figures, last).flatMap(all -> all).toList();
    }

    private static String key(Product product) {
        return product == Product.ANONYMOUS ? "; empty in a total over all of them" : "; empty where not known";
    }

    private static String figure(Product product) {
        return product == Product.ANONYMOUS ? "; empty where withheld or not known" : "; empty where not known";
    }

    private static Map<String, Object> field(Field field, String whenEmpty) {
        Map<String, Object> keys = named(field.name(), field.type().code(), field.description() + whenEmpty);
        if (!field.unit().isEmpty()) {
            keys.put("unit", field.unit());
        }
        return keys;
    }

    private static Map<String, Object> withheld() {
        Map<String, Object> keys = named(
                Sheet.WITHHELD,
                "boolean",
                "whether a figure of the row is left empty to protect those whose data it would be made of");
        keys.put("trueValues", List.of("true"));
        keys.put("falseValues", List.of("false"));
        return keys;
    }

    private static Map<String, Object> named(String name, String type, String description) {
        var keys = new LinkedHashMap<String, Object>();
        keys.put("name", name);
        keys.put("type", type);
        keys.put("description", description);
        return keys;
    }

    private TableSchema() {}
}
