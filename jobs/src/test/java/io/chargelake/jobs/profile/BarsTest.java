package io.chargelake.jobs.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarsTest {
    private final Bars blocks = Bars.in(StandardCharsets.UTF_8);
    private final Bars plain = Bars.in(StandardCharsets.US_ASCII);

    @Test
    void heightsFollowCountsAndLittleIsNotNothing() {
        assertThat(blocks.spark(List.of(0L, 1L, 500L, 1_000L))).isEqualTo(" ▁▄█");
        assertThat(plain.spark(List.of(0L, 1L, 500L, 1_000L))).isEqualTo(" .=@");
        assertThat(blocks.spark(List.of(0L, 0L))).isEqualTo("  ");
    }

    @Test
    void aBarIsAsLongAsItsShare() {
        assertThat(blocks.bar(0.5, 8)).isEqualTo("████");
        assertThat(blocks.bar(0.0625, 8)).isEqualTo("▌");
        assertThat(plain.bar(1, 8)).isEqualTo("########");
        assertThat(plain.bar(0, 8)).isEmpty();
    }
}
