package io.chargelake.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CsvRecordsTest {

    @Test
    void aQuotedFieldMayHoldAnything() throws IOException {
        assertThat(records("a,b\n\"x, \"\"y\"\"\nz\",2\n")).containsExactly("a,b", "\"x, \"\"y\"\"\nz\",2");
        assertThat(CsvRecords.fields("\"x, \"\"y\"\"\nz\",2", ',')).containsExactly("x, \"y\"\nz", "2");
    }

    @Test
    void aQuoteThatIsNeverClosedCostsItsOwnLineOnly() throws IOException {
        assertThat(records("a,b\n\"open,1\nc,2\nd,3\n")).containsExactly("a,b", "\"open,1", "c,2", "d,3");
    }

    @Test
    void blankLinesByteOrderMarkAndWindowsLineEndsAreNoContent() throws IOException {
        assertThat(records("\uFEFFa,b\r\n\r\n1,2\r\n")).containsExactly("a,b", "1,2");
    }

    @Test
    void aLineThatIsNoUtf8IsWindows1252() throws IOException {
        byte[] bytes = "Ort\nKöln 5 €\n".getBytes(Charset.forName("windows-1252"));
        var records = new CsvRecords(new ByteArrayInputStream(bytes));
        assertThat(all(records)).containsExactly("Ort", "Köln 5 €");
        assertThat(records.otherEncoding()).isEqualTo(1);
        assertThat(records("Köln\n")).containsExactly("Köln");
    }

    @Test
    void theLastLineNeedsNoEnd() throws IOException {
        assertThat(records("")).isEmpty();
        assertThat(records("a;b")).containsExactly("a;b");
        assertThat(CsvRecords.fields("a;;", ';')).containsExactly("a", "", "");
    }

    /** Of fewer lines than a quote that is never closed may go on. */
    @Property(tries = 200)
    void whatIsWrittenAsRfc4180IsReadBack(
            @ForAll @Size(min = 1, max = 5)
                    List<@StringLength(max = 18) @Chars({'a', ',', '"', '\n', 'ö', ' '}) String> values)
            throws IOException {
        String line = values.stream()
                .map(value -> '"' + value.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
        List<String> read = records(line + "\nnext\n");
        assertThat(read).containsExactly(line, "next");
        assertThat(CsvRecords.fields(read.get(0), ',')).isEqualTo(values);
    }

    private static List<String> records(String text) throws IOException {
        return all(new CsvRecords(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    }

    private static List<String> all(CsvRecords records) throws IOException {
        var found = new ArrayList<String>();
        for (Optional<String> next = records.next(); next.isPresent(); next = records.next()) {
            found.add(next.get());
        }
        return found;
    }
}
