package io.chargelake.jobs.fleet;

import io.chargelake.energy.strategy.Strategy;
import io.chargelake.energy.strategy.Uncontrolled;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.text.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The ways to charge by the names users write. */
final class Strategies {
    static final String ALL = "all";

    private static final List<Strategy> EVERY = every();
    private static final Map<String, Strategy> BY_CODE =
            EVERY.stream().collect(Collectors.toMap(Strategy::code, Function.identity()));

    /** All that can be asked for. */
    static final class Names extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Names() {
            super(codes());
            add(ALL);
        }
    }

    private static List<Strategy> every() {
        List<Strategy> every = new ArrayList<>(List.of(new Uncontrolled()));
        every.addAll(Strategy.all());
        return every;
    }

    static Strategy named(String code) {
        return BY_CODE.get(code);
    }

    /** Of all, uncontrolled charging first. */
    static List<String> codes() {
        return EVERY.stream().map(Strategy::code).toList();
    }

    /** Those that were asked for, in our order, each once. */
    static List<String> of(List<String> asked) {
        for (String name : asked) {
            if (!name.equals(ALL) && !BY_CODE.containsKey(name)) {
                List<String> allowed = new Names();
                String meant = Suggestions.closest(name, allowed)
                        .map(closest -> "did you mean " + closest + "? ")
                        .orElse("");
                throw UserError.usage("Cannot use --strategy " + name + ": there is no such strategy (" + meant
                        + "allowed: " + String.join(", ", allowed) + ")");
            }
        }
        return codes().stream()
                .filter(code -> asked.contains(ALL) || asked.contains(code))
                .toList();
    }

    private Strategies() {}
}
