package io.chargelake.privacy.attack;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What attacks found, as a page. It has no times, so that the same code writes the same page. */
final class PrivacyReport {
    static final String COMMAND =
            "./mvnw -pl common test -Dtest=PrivacyReportTest -Dchargelake.attacks=full -Dchargelake.report=write";

    private PrivacyReport() {}

    /** A line of the page. */
    record Line(String attacker, AttackResult defended, String without, AttackResult undefended) {
        static Line of(Attacks.Pair pair) {
            return new Line(
                    pair.attacker(),
                    pair.defended().run(),
                    pair.without(),
                    pair.undefended().run());
        }

        private String text() {
            return "| " + defended.name() + " | " + attacker + " | " + result(defended) + " | "
                    + (defended.holds() ? "yes" : "**no**") + " | "
                    + without + " | " + result(undefended) + " | "
                    + (undefended.holds() ? "**no**" : "yes") + " |";
        }

        private static String result(AttackResult result) {
            String upper = result.measured() == AttackResult.Measured.UPPER_BOUND
                    ? " (at most " + percent(result.value()) + ")"
                    : "";
            return result.tried() + " | " + result.succeeded() + ", " + percent(result.share()) + upper + " | "
                    + percent(result.bar());
        }

        private static String percent(double share) {
            return String.format(Locale.ROOT, "%.2f %%", 100 * share);
        }
    }

    static String page(List<Line> lines) {
        return """
                # Attacks on extracts

                Written by the attacks themselves, at their full sizes:

                ```
                %s
                ```

                Every build runs the same attacks with fewer tries, and fails if one succeeds more often than its bar, or if \
                one does not succeed once its defence is switched off: an attack that fails anyway proves nothing. Seeds are \
                fixed, so the page is the same each time.

                Where a bar is more than nothing it is what guessing reaches; shares 'at most' are upper bounds of the 95 %% \
                interval (Wilson), and these are held against the bar. Vehicles and trips are made up.

                | attack | attacker | tried | succeeded | bar | holds | switched off | tried | succeeded | bar | then succeeds |
                |---|---|---:|---:|---:|---|---|---:|---:|---:|---|
                %s
                """
                .formatted(COMMAND, lines.stream().map(Line::text).collect(Collectors.joining("\n")));
    }
}
