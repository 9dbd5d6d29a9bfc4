package io.chargelake.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusTest {
    @ParameterizedTest
    @CsvSource({
        "AVAILABLE,   AVAILABLE,   AVAILABLE",
        "BLOCKED,     BLOCKED,     BLOCKED",
        "RESERVED,    RESERVED,    BLOCKED",
        "CHARGING,    CHARGING,    OCCUPIED",
        "OCCUPIED,    CHARGING,    OCCUPIED",
        "OUTOFORDER,  OUTOFORDER,  OUT_OF_SERVICE",
        "INOPERATIVE, INOPERATIVE, OUT_OF_SERVICE",
        "PLANNED,     PLANNED,     OUT_OF_SERVICE",
        "REMOVED,     REMOVED,     OUT_OF_SERVICE",
        "UNKNOWN,     UNKNOWN,     UNKNOWN"
    })
    void words_of_the_contract_have_a_status_and_a_class(String word, Status status, StatusClass statusClass) {
        assertThat(Status.of(word)).isEqualTo(status);
        assertThat(Status.recognises(word)).isTrue();
        assertThat(Status.classOf(status.code())).isEqualTo(statusClass);
    }

    @Test
    void other_words_and_none_are_unknown_and_not_recognised() {
        for (String word : Arrays.asList("Kaputt", "charging", "", null)) {
            assertThat(Status.of(word)).isEqualTo(Status.UNKNOWN);
            assertThat(Status.recognises(word)).isFalse();
        }
    }

    @Test
    void codes_follow_the_order_of_conflicts() {
        Status[] byCode = Status.values();
        Arrays.sort(byCode, Comparator.comparingInt(Status::code));
        assertThat(byCode)
                .isSortedAccordingTo(Comparator.comparingInt(Reference::rank).thenComparing(Status::name));
    }

    @Test
    void codes_are_those_stored_in_blocks() {
        assertThat(IntStream.range(0, 9).mapToObj(Status::ofCode))
                .extracting(Status::name)
                .containsExactly(
                        "UNKNOWN",
                        "AVAILABLE",
                        "BLOCKED",
                        "RESERVED",
                        "CHARGING",
                        "INOPERATIVE",
                        "OUTOFORDER",
                        "PLANNED",
                        "REMOVED");
        assertThatIllegalArgumentException().isThrownBy(() -> Status.ofCode(9));
        assertThatIllegalArgumentException().isThrownBy(() -> Status.ofCode(-1));
    }
}
