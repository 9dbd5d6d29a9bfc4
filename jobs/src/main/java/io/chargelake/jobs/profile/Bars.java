package io.chargelake.jobs.profile;

import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;

/** Small pictures made of characters; of plain ones where the terminal's encoding has no blocks. */
record Bars(List<String> heights, List<String> eighths) {
    private static final Bars BLOCKS = new Bars(
            List.of(" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"), List.of("", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"));
    private static final Bars PLAIN = new Bars(List.of(" ", ".", ":", "-", "=", "+", "*", "#", "@"), List.of("", "#"));

    static Bars in(Charset charset) {
        boolean hasBlocks = charset.canEncode()
                && charset.newEncoder().canEncode(String.join("", BLOCKS.heights) + String.join("", BLOCKS.eighths));
        return hasBlocks ? BLOCKS : PLAIN;
    }

    /** A character for each count, as high as it is large; what is there at all is seen. */
    String spark(List<Long> counts) {
        long most = counts.stream().mapToLong(Long::longValue).max().orElse(0);
        int top = heights.size() - 1;
        return counts.stream()
                .map(count -> heights.get(most == 0 ? 0 : (int) Math.ceil((double) top * count / most)))
                .collect(Collectors.joining());
    }

    /** A bar of at most so many characters. */
    String bar(double share, int width) {
        int steps = eighths.size() - 1;
        int filled = (int) Math.round(Math.min(1, share) * width * steps);
        return eighths.get(steps).repeat(filled / steps) + eighths.get(filled % steps);
    }
}
