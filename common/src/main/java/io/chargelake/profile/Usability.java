package io.chargelake.profile;

import java.util.List;

/** Whether a column can be used, and why not, or not as it is. */
public record Usability(Level level, List<String> reasons) {

    public enum Level {
        USABLE("usable"),
        AFTER_REPAIR("usable after repair"),
        NOT("not usable");

        private final String words;

        Level(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public Usability {
        reasons = List.copyOf(reasons);
    }
}
