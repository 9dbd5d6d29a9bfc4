package io.chargelake.privacy.attack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Two extracts of the same vehicles, for one recipient or for two who share theirs: links rows of equal pseudonyms, and
 * those left over in the order of their pseudonyms.
 *
 * @param pseudonyms the defence
 */
record Linking(Naming pseudonyms, int vehicles) implements Attack {

    /** A vehicle's pseudonym in a delivery. */
    interface Naming {
        String of(String recipient, String delivery, String id);
    }

    static String ofEachDelivery(String recipient, String delivery, String id) {
        return AttackKeys.keys().pseudonyms(recipient, delivery).of("vehicle", id);
    }

    /** The mutant: keyed, but the same for all. */
    static String theSameForAll(String recipient, String delivery, String id) {
        return AttackKeys.keys().pseudonyms("all", "all").of("vehicle", id);
    }

    @Override
    public AttackResult run() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < vehicles; i++) {
            ids.add("VEH%07d".formatted(i));
        }
        Collections.shuffle(ids, new Random(17));
        Map<String, String> first = named("partner", "delivery-1", ids);
        long succeeded =
                linked(first, named("partner", "delivery-2", ids)) + linked(first, named("other", "delivery-1", ids));
        double random = 1.0 / vehicles;
        return new AttackResult(
                "linking by pseudonym", 2L * vehicles, succeeded, random + 0.01, AttackResult.Measured.UPPER_BOUND);
    }

    /** Id by pseudonym. */
    private Map<String, String> named(String recipient, String delivery, List<String> ids) {
        Map<String, String> named = new HashMap<>();
        ids.forEach(id -> named.put(pseudonyms.of(recipient, delivery, id), id));
        return named;
    }

    private static long linked(Map<String, String> one, Map<String, String> other) {
        long right = one.entrySet().stream()
                .filter(name -> name.getValue().equals(other.get(name.getKey())))
                .count();
        List<String> left = rest(one, other);
        List<String> left2 = rest(other, one);
        for (int i = 0; i < Math.min(left.size(), left2.size()); i++) {
            right += one.get(left.get(i)).equals(other.get(left2.get(i))) ? 1 : 0;
        }
        return right;
    }

    private static List<String> rest(Map<String, String> of, Map<String, String> without) {
        return of.keySet().stream()
                .filter(name -> !without.containsKey(name))
                .sorted()
                .toList();
    }
}
