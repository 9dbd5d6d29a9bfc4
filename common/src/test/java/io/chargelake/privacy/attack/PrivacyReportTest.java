package io.chargelake.privacy.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page has the full sizes, which no build runs: that it lists other attacks than there are, or one that does not hold, fails the build. */
class PrivacyReportTest {
    private static final Path PAGE = Path.of("..", "docs", "privacy-report.md");

    @Test
    void thePageListsTheAttacksThatThereAreAndAllHold() throws IOException {
        if (System.getProperty("chargelake.report", "").equals("write")) {
            assertThat(Sizes.asked()).as("run %s", PrivacyReport.COMMAND).isEqualTo(Sizes.FULL);
            Files.writeString(
                    PAGE,
                    PrivacyReport.page(Attacks.all(Sizes.FULL).stream()
                            .map(PrivacyReport.Line::of)
                            .toList()));
        }
        List<Attacks.Pair> attacks = Attacks.all(Sizes.FULL);
        String page = Files.readString(PAGE);
        List<String> rows = page.lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| attack |"))
                .toList();
        assertThat(page).contains(PrivacyReport.COMMAND);
        assertThat(rows).as("run %s", PrivacyReport.COMMAND).hasSameSizeAs(attacks);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i))
                    .as("run %s", PrivacyReport.COMMAND)
                    .contains(
                            "| " + attacks.get(i).attacker() + " |",
                            "| yes | " + attacks.get(i).without() + " |")
                    .endsWith("| yes |")
                    .doesNotContain("**no**");
        }
    }
}
