package io.chargelake.jobs.collect;

import io.chargelake.quality.RuleText;
import io.chargelake.quality.Severity;
import java.util.List;

/** What a collector tells of its polls in the run's record. */
public final class CollectRules {
    static final RuleText GAP =
            warn("no_answer", "A poll brought nothing: no part of it was answered after all tries.");
    static final RuleText PARTIAL =
            warn("incomplete_poll", "A part of a poll was not answered after all tries, or its answer is no JSON.");

    public static List<RuleText> texts() {
        return List.of(GAP, PARTIAL);
    }

    private static RuleText warn(String code, String sentence) {
        return new RuleText("collect", code, Severity.WARN, sentence);
    }

    private CollectRules() {}
}
