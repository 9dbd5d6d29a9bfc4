package io.chargelake.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Polls every ten minutes; each line is a device and its statuses by their first letter, a dot is a poll that is missing. */
class PointPatternsTest {
    private static final int STEP_s = 600;
    private static final PatternTiming TIMING = new PatternTiming(3 * STEP_s, 4 * STEP_s, 5 * STEP_s);

    @Test
    void threeMissingPollsAreAGapAndTwoAreNot() {
        assertThat(look("AAA...AAA", "")).containsExactly("gap");
        assertThat(look("AAA..AAA", "")).doesNotContain("gap");
        assertThat(look("AAA..CCC", "")).containsExactly("change 5");
    }

    @Test
    void aChargeIsLongBeyondItsLimitOnly() {
        assertThat(look("", "CCCCCC")).containsExactly("long");
        assertThat(look("", "CCCCC")).isEmpty();
        assertThat(look("", "OOOOOO")).isEmpty();
    }

    @Test
    void aPointsChangesAndSteadyTimesAreTold() {
        assertThat(look("AACA", "")).containsExactly("change 2", "change 3");
        assertThat(look("AAAAAAA", "")).containsExactly("steady 0 to 6");
        assertThat(look("AAAAAA", "")).isEmpty();
        assertThat(look("", "AACA")).isEmpty();
    }

    @Test
    void aPointThatChargesWithoutAConnectorDisagrees() {
        assertThat(look("ACA", "AAA")).contains("disagree");
        assertThat(look("AAA", "ACA")).contains("disagree");
        assertThat(look("ACA", "ACA", "AAA")).doesNotContain("disagree");
        assertThat(look("ACAAAAA", "......A")).doesNotContain("disagree");
        assertThat(look("ACA", "")).doesNotContain("disagree");
        assertThat(look("ABA", "AAA")).doesNotContain("disagree");
    }

    private static List<String> look(String point, String... connectors) {
        RunEncoder encoder = new RunEncoder(new PollTiming(STEP_s, 3 * STEP_s));
        add(encoder, PointPatterns.POINT, point);
        for (int c = 0; c < connectors.length; c++) {
            add(encoder, c + 1, connectors[c]);
        }
        var told = new ArrayList<String>();
        new PointPatterns(TIMING).look(encoder.take(), new PatternSink() {
            @Override
            public void gap() {
                told.add("gap");
            }

            @Override
            public void longCharge() {
                told.add("long");
            }

            @Override
            public void change(long second) {
                told.add("change " + second / STEP_s);
            }

            @Override
            public void steady(long first, long last) {
                told.add("steady " + first / STEP_s + " to " + last / STEP_s);
            }

            @Override
            public void disagreement() {
                told.add("disagree");
            }
        });
        return told;
    }

    private static void add(RunEncoder encoder, int device, String statuses) {
        for (int i = 0; i < statuses.length(); i++) {
            Status status =
                    switch (statuses.charAt(i)) {
                        case 'A' -> Status.AVAILABLE;
                        case 'C' -> Status.CHARGING;
                        case 'B' -> Status.BLOCKED;
                        case 'O' -> Status.OUTOFORDER;
                        default -> null;
                    };
            if (status != null) {
                encoder.add(device, (long) i * STEP_s, status.code());
            }
        }
    }
}
