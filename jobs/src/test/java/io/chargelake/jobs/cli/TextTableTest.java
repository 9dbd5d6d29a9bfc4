package io.chargelake.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargelake.text.TextTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void numbersStandToTheRightAndWordsToTheLeft() {
        TextTable table = new TextTable(List.of("name", "n"));
        table.add(List.of("a", "1"));
        table.add(List.of("longer", "1,234"));
        assertThat(table.render())
                .isEqualTo(
                        """
                        name        n
                        ------  -----
                        a           1
                        longer  1,234
                        """);
    }

    @Test
    void aCsvCellIsQuotedWhereItMustBe() {
        assertThat(Cells.csv(List.of("plain", "a,b", "say \"hi\"", "two\nlines")))
                .isEqualTo("plain,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\"\r\n");
    }
}
