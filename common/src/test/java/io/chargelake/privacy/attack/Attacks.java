package io.chargelake.privacy.attack;

import java.util.List;

/** All attacks, each against its defence and against its mutant, which has none. */
final class Attacks {
    private Attacks() {}

    /**
     * An attack.
     *
     * @param attacker what somebody knows and does
     * @param without what is switched off
     */
    record Pair(String attacker, Attack defended, String without, Attack undefended) {}

    static List<Pair> all(Sizes sizes) {
        return List.of(
                new Pair(
                        "Knows every id there can be and hashes it by MD5, SHA-1, SHA-256, CRC32 and XXH64, plain and with"
                                + " common texts before or behind it; looks the results up among the pseudonyms.",
                        new Dictionary(Dictionary::keyed, sizes.of(1_000, 50_000)),
                        "pseudonyms are SHA-256 without a key",
                        new Dictionary(Dictionary::unkeyed, 500)),
                new Pair(
                        "Knows zone, hour and energy of one to four trips of a vehicle; guesses its type from an anonymous"
                                + " extract by zone, hour and type. The bar is 1 % above always saying the commonest type.",
                        new KnownTrips(KnownTrips::cells, sizes.of(10_000, 50_000)),
                        "a row a trip is released, under an unkeyed pseudonym",
                        new KnownTrips(KnownTrips::rows, 2_000)),
                new Pair(
                        "Has two pseudonymised deliveries of the same vehicles, or pools one with another recipient; links"
                                + " equal pseudonyms, and the others in their order. The bar is 1 % above chance.",
                        new Linking(Linking::ofEachDelivery, sizes.of(1_000, 50_000)),
                        "pseudonyms depend on neither recipient nor delivery",
                        new Linking(Linking::theSameForAll, 500)),
                new Pair(
                        "Has all published cells of a table and its margins; bounds each unsafe cell by linear programs.",
                        new Reconstruction(Reconstruction::suppressedByPlan, sizes.of(100, 10_000)),
                        "unsafe cells are left out and nothing else",
                        new Reconstruction(Reconstruction::unsafeOnly, 20)),
                new Pair(
                        "Has the same; takes the published cells off each published sum, and succeeds if one to ten"
                                + " vehicles are left.",
                        new SumsOfSuppressed(SumsOfSuppressed::publishedByPlan, sizes.of(100, 2_000)),
                        "cells are protected, and no sums of them",
                        new SumsOfSuppressed(SumsOfSuppressed::cellsOnly, 20)),
                new Pair(
                        "Has a delivery and a corrected one, to a cell of which one to ten vehicles came; takes one off the"
                                + " other, and bounds what is left by linear programs.",
                        new DeliveryDifference(DeliveryDifference::publishedByPlan, sizes.of(30, 500)),
                        "each delivery is judged as if it were the first",
                        new DeliveryDifference(DeliveryDifference::publishedWithoutLedger, 10)),
                new Pair(
                        "Knows a vehicle's value, how values are distributed, how many others a cell usually has, and the"
                                + " rules; tells whether the vehicle is in the cell. The share is the area under the curve.",
                        new Membership(Membership::safeAndRounded, sizes.of(8_000, 100_000)),
                        "every cell is published as it is",
                        new Membership(Membership::asItIs, 8_000)),
                new Pair(
                        "Averages the same cell of a hundred deliveries. The bar is twice how often one delivery is as near.",
                        new Averaging(Averaging::sameCoin, sizes.of(200, 2_000)),
                        "each delivery tosses its own coin",
                        new Averaging(Averaging::freshCoin, 200)),
                new Pair(
                        "Looks for published cells of ten vehicles or fewer, and such in which the second largest"
                                + " contributor knows the largest's value to within ten percent.",
                        new SmallCells(SmallCells::isSafe, sizes.of(20_000, 1_000_000)),
                        "every cell is published",
                        new SmallCells(SmallCells::always, 1_000)),
                new Pair(
                        "Gets a text into the data that the recipient's spreadsheet would compute.",
                        new CsvInjection(CsvInjection::delivered, sizes.of(500, 20_000)),
                        "texts are quoted and otherwise left as they are",
                        new CsvInjection(CsvInjection::quotedOnly, 500)),
                new Pair(
                        "Asks for measures that tell the number of contributors, or by share and count how many say yes.",
                        new CountLeaks(CountLeaks::byGate, sizes.of(3, 6)),
                        "every request is admitted",
                        new CountLeaks(CountLeaks::everything, 2)));
    }
}
