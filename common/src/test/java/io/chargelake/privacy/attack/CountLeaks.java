package io.chargelake.privacy.attack;

import io.chargelake.privacy.request.Asked;
import io.chargelake.privacy.request.RefusedRequest;
import io.chargelake.privacy.request.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Asks for every set of a few measures, and succeeds with each that is admitted and tells how many contributors or how
 * many of them say yes: counted directly, or by a share and the number of its records, which sum and mean tell too.
 *
 * @param admits the defence
 */
record CountLeaks(Predicate<Request> admits, int most) implements Attack {
    private static final Set<String> COUNTS = Set.of(
            "count(vehicles)",
            "count(users)",
            "count(vehicle_id)",
            "count(distinct vehicle_id)",
            "count_distinct(vehicle_id)",
            "share(vehicles)",
            "share(vehicle_id)");
    private static final List<String> OTHERS = List.of(
            "share(complete)",
            "count(records)",
            "sum(energy_kwh)",
            "mean(energy_kwh)",
            "p90(energy_kwh)",
            "sum(distance_km)",
            "mean(distance_km)",
            "p50(energy_kwh)");

    static boolean byGate(Request request) {
        try {
            return Asked.gate().admit(request, Asked.TODAY).figures().size() > 0;
        } catch (RefusedRequest e) {
            return false;
        }
    }

    /** The mutant. */
    static boolean everything(Request request) {
        return true;
    }

    @Override
    public AttackResult run() {
        List<String> all = new ArrayList<>(COUNTS.stream().sorted().toList());
        all.addAll(OTHERS);
        long tried = 0;
        long succeeded = 0;
        for (int subset = 1; subset < 1 << all.size(); subset++) {
            List<String> measures = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                if ((subset >> i & 1) == 1) {
                    measures.add(all.get(i));
                }
            }
            if (measures.size() <= most && tells(measures)) {
                tried++;
                Request request =
                        Asked.usual().measures(String.join("|", measures)).request();
                succeeded += admits.test(request) ? 1 : 0;
            }
        }
        return new AttackResult("count leaks", tried, succeeded, 0);
    }

    private static boolean tells(List<String> measures) {
        boolean tellsRecords = measures.contains("count(records)")
                || tellsBoth(measures, "energy_kwh")
                || tellsBoth(measures, "distance_km");
        return measures.stream().anyMatch(COUNTS::contains) || measures.contains("share(complete)") && tellsRecords;
    }

    private static boolean tellsBoth(List<String> measures, String column) {
        return measures.stream().anyMatch(measure -> measure.startsWith("sum(" + column))
                && measures.stream().anyMatch(measure -> measure.startsWith("mean(" + column));
    }
}
