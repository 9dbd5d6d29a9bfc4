package io.chargelake.privacy.detect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Looks at the values of a text column that is about to leave. Any finding is a reason to refuse the column: an allowlist says what a column should hold, this
 * what it holds.
 */
public final class Detectors {
    public static final List<Detector> ALL = List.of(
            new VinDetector(),
            new EvseIdDetector(),
            new ContractIdDetector(),
            new EmailDetector(),
            new PhoneDetector(),
            new PlateDetector(),
            new CoordinatesDetector(),
            new TokenDetector());

    /** The code of the finding that a column has nearly as many values as records, as names and ids have. */
    public static final String MANY_VALUES = "many_values";

    private static final int FEW = 100;

    /** @param values one for each record */
    public static List<Finding> look(Collection<String> values) {
        Map<String, Long> records = new TreeMap<>();
        values.forEach(value -> records.merge(value, 1L, Long::sum));
        return look(records);
    }

    /** @param records how many there are of each value */
    public static List<Finding> look(Map<String, Long> records) {
        long all = records.values().stream().mapToLong(Long::longValue).sum();
        var findings = new ArrayList<Finding>();
        for (Detector detector : ALL) {
            look(detector, records, all, findings);
        }
        if (records.size() > FEW && 2L * records.size() > all) {
            findings.add(new Finding(
                    MANY_VALUES,
                    "values that are hardly shared",
                    (double) records.size() / all,
                    Shape.of(first(records.keySet()))));
        }
        return findings;
    }

    private static void look(Detector detector, Map<String, Long> records, long all, List<Finding> findings) {
        List<String> found = records.keySet().stream().filter(detector::finds).toList();
        long affected = found.stream().mapToLong(records::get).sum();
        if (affected > 0 && affected >= detector.leastShare() * all) {
            findings.add(
                    new Finding(detector.code(), detector.meaning(), (double) affected / all, Shape.of(first(found))));
        }
    }

    /** In the alphabet, so that the same column has the same finding. */
    private static String first(Collection<String> values) {
        return values.stream().min(String::compareTo).orElseThrow();
    }

    private Detectors() {}
}
