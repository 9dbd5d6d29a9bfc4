package io.chargelake.jobs.raw.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Parquet's own encoder wrote is read back, in whatever portions. */
class HybridDecoderTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 8, 9, 13, 16, 17, 24, 25, 31})
    void runsAndPackedValuesOfEveryWidthAreReadBack(int bitWidth) throws IOException {
        Random random = new Random(bitWidth);
        int[] values = values(random, bitWidth, 5_000);
        HybridDecoder decoder = new HybridDecoder(encoded(values, bitWidth), 0, bitWidth);
        int[] read = new int[values.length];
        for (int at = 0; at < values.length; ) {
            int some = Math.min(values.length - at, 1 + random.nextInt(300));
            decoder.read(read, at, some);
            at += some;
        }
        assertThat(read).isEqualTo(values);
    }

    @Test
    void aDictionaryOfOneWordTakesNoBits() {
        int[] read = {7, 7, 7};
        new HybridDecoder(padded(new byte[] {3 << 1}), 0, 0).read(read, 0, 3);
        assertThat(read).containsOnly(0);
    }

    @Test
    void aPageThatIsCutOffIsRefused() throws IOException {
        byte[] whole = encoded(values(new Random(1), 13, 500), 13);
        byte[] cut = padded(Arrays.copyOf(whole, 40));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HybridDecoder(cut, 0, 13).read(new int[500], 0, 500))
                .withMessageStartingWith("Cannot decode values: ");
    }

    @Test
    void aPageOfNothingButZerosIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HybridDecoder(padded(new byte[20]), 0, 3).read(new int[9], 0, 9))
                .withMessage("Cannot decode values: the page is damaged");
    }

    /** Stretches of one value among others that change. */
    private static int[] values(Random random, int bitWidth, int count) {
        int[] values = new int[count];
        int bound = (int) Math.min(Integer.MAX_VALUE, 1L << bitWidth);
        for (int at = 0; at < count; ) {
            int length = random.nextInt(4) == 0 ? random.nextInt(200) : 1;
            int value = random.nextInt(bound);
            for (int i = 0; i < length && at < count; i++) {
                values[at++] = value;
            }
        }
        return values;
    }

    private static byte[] encoded(int[] values, int bitWidth) throws IOException {
        try (var encoder = new RunLengthBitPackingHybridEncoder(bitWidth, 64, 1 << 20, new HeapByteBufferAllocator())) {
            for (int value : values) {
                encoder.writeInt(value);
            }
            return padded(encoder.toBytes().toByteArray());
        }
    }

    private static byte[] padded(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length + HybridDecoder.PADDING);
    }
}
