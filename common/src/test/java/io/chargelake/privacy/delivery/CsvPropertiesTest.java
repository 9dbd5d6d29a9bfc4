package io.chargelake.privacy.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargelake.privacy.request.Asked;
import io.chargelake.privacy.request.Product;
import io.chargelake.text.SafeText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Laws that hold for any texts and numbers. */
class CsvPropertiesTest {
    private static final List<Field> KEYS =
            List.of(new Field("kind", Field.Type.STRING, "", "k"), new Field("hour", Field.Type.INTEGER, "", "h"));
    private static final List<Field> FIGURES = List.of(new Field("sum_x", Field.Type.NUMBER, "kWh", "x"));

    @Property(tries = 500)
    void anotherReaderReadsWhatWasWritten(@ForAll("rows") Set<SheetRow> rows) {
        Sheet sheet = sheet(List.copyOf(rows));
        List<List<String>> read = Delivered.parsed(CsvText.of(sheet));
        assertThat(read.get(0)).containsExactly("kind", "hour", "sum_x", "withheld");
        assertThat(read.subList(1, read.size()))
                .isEqualTo(
                        sheet.rows().stream().map(CsvPropertiesTest::expected).toList());
    }

    @Property(tries = 300)
    void theOrderOfRowsChangesNoByte(@ForAll("rows") Set<SheetRow> rows, @ForAll Random random) {
        List<SheetRow> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        var request = Asked.usual().request();
        assertThat(Delivered.of(request, sheet(shuffled)).files)
                .usingRecursiveComparison()
                .isEqualTo(Delivered.of(request, sheet(List.copyOf(rows))).files);
    }

    @Property(tries = 2000)
    void noTextIsAFormula(@ForAll("texts") String text) {
        String safe = SafeText.of(text);
        assertThat(safe).doesNotContain("\0").doesNotStartWith("\t").doesNotStartWith("\r");
        assertThat(safe.stripLeading())
                .satisfies(visible -> assertThat(Stream.of("=", "+", "-", "@", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"))
                        .noneMatch(visible::startsWith));
        assertThat(safe).hasSizeBetween(text.length(), text.length() + 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            ignoreLeadingAndTrailingWhitespace = false,
            textBlock =
                    """
                    =1+1|'=1+1
                    +49|'+49
                    -1|'-1
                    @SUM(A1)|'@SUM(A1)
                     =1+1|' =1+1
                    ＝1+1|'＝1+1
                    van|van
                    ID.3 Pro|ID.3 Pro
                    e-Golf|e-Golf
                    a=b|a=b
                    'quoted'|'quoted'
                    Zürich|Zürich
                    """)
    void onlyWhatCouldBeComputedIsMarked(String text, String safe) {
        assertThat(SafeText.of(text)).isEqualTo(safe);
    }

    @Test
    void signsThatCannotBeTypedAreMarkedOrReplaced() {
        assertThat(Stream.of("\tx", "\rx", "\nx", "\0x", "x\0y", "\u200B=1", "\ud800x", "x😀")
                        .map(SafeText::of))
                .containsExactly("'\tx", "'\rx", "'\nx", "'\uFFFDx", "x\uFFFDy", "'\u200B=1", "\uFFFDx", "x😀");
    }

    @Property(tries = 500)
    void numbersAreNeverMarkedAndHaveNoExponent(@ForAll BigDecimal number) {
        Value.Num value = (Value.Num) Value.of(number);
        String written = CsvText.of(sheet(List.of(new SheetRow(List.of(Value.of("a"), Value.EMPTY), List.of(value)))));
        String field = written.split("\r\n")[1].split(",")[2];
        assertThat(field).matches("-?\\d+(\\.\\d+)?");
        assertThat(new BigDecimal(field)).isEqualByComparingTo(number);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> any = Arbitraries.strings().ofMinLength(1).ofMaxLength(30);
        Arbitrary<String> hostile = Arbitraries.strings()
                .withChars("=+-@\t\r\n\0\"', ;|\uFF1D\u200B\u00A0aé")
                .ofMinLength(1)
                .ofMaxLength(8);
        return Arbitraries.oneOf(any, hostile);
    }

    /** One for each cell. */
    @Provide
    Arbitrary<Set<SheetRow>> rows() {
        Arbitrary<Value> figure = Arbitraries.bigDecimals()
                .between(BigDecimal.valueOf(-1_000_000), BigDecimal.valueOf(1_000_000))
                .map(Value::of)
                .injectNull(0.2)
                .map(value -> value == null ? Value.EMPTY : value);
        return Combinators.combine(texts(), Arbitraries.integers().between(0, 23), figure)
                .as((text, hour, value) -> new SheetRow(List.of(Value.of(text), Value.of(hour)), List.of(value)))
                .set()
                .ofMaxSize(20)
                .uniqueElements(SheetRow::keys);
    }

    private static Sheet sheet(List<SheetRow> rows) {
        return new Sheet(Product.ANONYMOUS, KEYS, FIGURES, rows);
    }

    private static List<String> expected(SheetRow row) {
        return Stream.concat(
                        Stream.of(row.keys(), row.figures())
                                .flatMap(List::stream)
                                .map(CsvPropertiesTest::text),
                        Stream.of(String.valueOf(row.figures().contains(Value.EMPTY))))
                .collect(Collectors.toList());
    }

    private static String text(Value value) {
        if (value instanceof Value.Num number) {
            return number.number().toPlainString();
        }
        return value instanceof Value.Text text ? SafeText.of(text.text()) : "";
    }
}
