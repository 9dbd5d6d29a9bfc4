package io.chargelake.jobs.vehicles.clean;

import io.chargelake.unit.Quantity;
import io.chargelake.unit.Unit;
import io.chargelake.unit.Verdict;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was found out about one file, and how sure.
 *
 * @param localTimes share of its times that name no offset
 */
record FileVerdict(
        String file,
        Source source,
        Map<Quantity, Verdict> units,
        DecimalMark decimal,
        DateOrder dates,
        Verdict.Certainty datesCertainty,
        double localTimes) {

    Kind kind() {
        return source.kind();
    }

    Reading reading() {
        Map<Quantity, Unit> chosen = units.entrySet().stream()
                .filter(e -> !e.getValue().unit().isPlain())
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().unit()));
        return new Reading(chosen, decimal, dates);
    }

    boolean assumesUnits() {
        return units.values().stream().anyMatch(Verdict::isAssumed);
    }

    boolean knowsDistance() {
        Verdict verdict = units.get(Quantity.DISTANCE);
        return verdict != null && !verdict.isAssumed();
    }

    Unit unit(Quantity quantity) {
        return reading().unit(quantity);
    }

    boolean assumesDates() {
        return datesCertainty == Verdict.Certainty.ASSUMED;
    }

    FileVerdict with(Quantity quantity, Verdict verdict) {
        var changed = new LinkedHashMap<>(units);
        changed.put(quantity, verdict);
        return new FileVerdict(file, source, changed, decimal, dates, datesCertainty, localTimes);
    }

    /** The same for all files that were found to be alike; reasons differ from file to file and stay out. */
    String words() {
        String parts = units.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> e.getKey().code() + " " + e.getValue().unit().code()
                        + certainty(e.getValue().certainty()))
                .collect(Collectors.joining(", "));
        if (kind() == Kind.VEHICLE) {
            return "decimal " + decimal.code();
        }
        return (parts.isEmpty() ? "" : parts + ", ") + "decimal " + decimal.code() + ", dates " + dates.code()
                + certainty(datesCertainty) + ", times "
                + (localTimes == 0 ? "with offset" : localTimes == 1 ? "local" : "partly local");
    }

    private static String certainty(Verdict.Certainty certainty) {
        return certainty == Verdict.Certainty.DETECTED
                ? ""
                : " (" + certainty.name().toLowerCase(Locale.ROOT) + ")";
    }
}
