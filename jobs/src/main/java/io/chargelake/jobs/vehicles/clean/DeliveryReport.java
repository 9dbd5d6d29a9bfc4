package io.chargelake.jobs.vehicles.clean;

import io.chargelake.jobs.lake.Run;
import io.chargelake.quality.RuleText;
import io.chargelake.unit.Quantity;
import io.chargelake.unit.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Tells what was found out about the files: a line for all that are alike, a finding for all that are not as they should be. */
public final class DeliveryReport {

    public static void tell(Run run, Delivery delivery) {
        lines(delivery).forEach(run::say);
        find(run, delivery, VehicleQuality.FOREIGN_UNIT, DeliveryReport::isForeign);
        find(run, delivery, VehicleQuality.UNIT_ASSUMED, FileVerdict::assumesUnits);
        find(run, delivery, VehicleQuality.DATES_ASSUMED, FileVerdict::assumesDates);
        boolean zoneAssumed = delivery.clock().origin() == Clock.Origin.ASSUMED;
        find(run, delivery, VehicleQuality.ZONE_ASSUMED, file -> zoneAssumed && file.localTimes() > 0);
        run.find(VehicleQuality.NEW_COLUMN, delivery.unknownColumns().size());
    }

    static List<String> lines(Delivery delivery) {
        Map<String, List<FileVerdict>> alike = new LinkedHashMap<>();
        for (FileVerdict file : delivery.files()) {
            alike.computeIfAbsent(
                            file.kind().code() + ": " + file.words() + zone(file, delivery.clock()),
                            k -> new ArrayList<>())
                    .add(file);
        }
        return alike.entrySet().stream()
                .map(group -> "  " + files(group.getValue()) + group.getKey()
                        + doubts(group.getValue().get(0)))
                .toList();
    }

    private static String zone(FileVerdict file, Clock clock) {
        return file.localTimes() == 0 && clock.offsets() == Clock.Offsets.KEPT
                ? ""
                : " (" + clock.zone() + (clock.origin() == Clock.Origin.ASSUMED ? ", assumed)" : ")");
    }

    private static String files(List<FileVerdict> files) {
        String first = files.get(0).file();
        String name = first.substring(first.lastIndexOf('/') + 1);
        return files.size() == 1 ? name + " holds " : files.size() + " files such as " + name + " hold ";
    }

    private static String doubts(FileVerdict file) {
        StringBuilder doubts = new StringBuilder();
        file.units().forEach((quantity, verdict) -> {
            if (verdict.isAssumed()) {
                doubts.append("; ").append(quantity.code()).append(" assumed: ").append(verdict.because());
            }
        });
        return doubts.toString();
    }

    private static boolean isForeign(FileVerdict file) {
        return file.units().entrySet().stream()
                .filter(e -> e.getKey() != Quantity.DURATION)
                .map(Map.Entry::getValue)
                .anyMatch(verdict -> verdict.certainty() == Verdict.Certainty.DETECTED
                        && !verdict.unit().isPlain());
    }

    private static void find(Run run, Delivery delivery, RuleText rule, Predicate<FileVerdict> which) {
        run.find(rule, delivery.files().stream().filter(which).count());
    }

    private DeliveryReport() {}
}
