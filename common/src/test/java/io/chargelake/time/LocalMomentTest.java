package io.chargelake.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalMomentTest {

    @ParameterizedTest
    @CsvSource({
        "2025-03-30T01:59:59, 2025-03-30T00:59:59Z, ONE",
        "2025-03-30T02:00:00, 2025-03-30T01:00:00Z, NONE",
        "2025-03-30T02:59:59, 2025-03-30T01:59:59Z, NONE",
        "2025-03-30T03:00:00, 2025-03-30T01:00:00Z, ONE",
        "2025-10-26T01:59:59, 2025-10-25T23:59:59Z, ONE",
        "2025-10-26T02:00:00, 2025-10-26T00:00:00Z, TWO",
        "2025-10-26T02:59:59, 2025-10-26T00:59:59Z, TWO",
        "2025-10-26T03:00:00, 2025-10-26T02:00:00Z, ONE"
    })
    void clocksThatAreSetForwardAndBack(String local, String moment, LocalMoment.Kind kind) {
        LocalMoment found = LocalMoment.of(LocalDateTime.parse(local), ZoneId.of("Europe/Berlin"));
        assertThat(found.moment()).hasToString(moment);
        assertThat(found.kind()).isEqualTo(kind);
    }
}
