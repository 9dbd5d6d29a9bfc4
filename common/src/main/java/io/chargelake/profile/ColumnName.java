package io.chargelake.profile;

import io.chargelake.unit.Quantity;
import io.chargelake.unit.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the name of a column says of its values, in the words that sources use: English, German, French, Norwegian. */
final class ColumnName {
    private static final Set<String> ENERGY = Set.of("energy", "energie", "consommation", "consumption", "verbrauch");
    private static final Set<String> POWER = Set.of("power", "leistung", "puissance");
    private static final Set<String> DISTANCE = Set.of("distance", "odometer", "mileage", "strecke", "kilometerstand");
    private static final Set<String> DURATION = Set.of("duration", "duree", "dauer", "duratie");
    private static final Set<String> BATTERY = Set.of("battery", "batterie", "akku");
    private static final Set<String> LEVEL = Set.of("level", "charge", "stand", "percent", "%");
    private static final Set<String> START =
            Set.of("start", "begin", "from", "demarrage", "debut", "plugin", "started", "beginn");
    private static final Set<String> END =
            Set.of("end", "fin", "stop", "to", "until", "plugout", "ended", "ende", "finish");
    private static final Set<String> TIME =
            Set.of("time", "timestamp", "date", "datum", "day", "hour", "at", "moment", "updated", "created");
    private static final Set<String> ID =
            Set.of("id", "uid", "uuid", "key", "code", "number", "nr", "objectid", "evseid");
    private static final Set<String> PERSONAL = Set.of(
            "vehicle",
            "vin",
            "user",
            "client",
            "customer",
            "driver",
            "person",
            "plate",
            "email",
            "mail",
            "car",
            "card",
            "rfid",
            "token",
            "contract",
            "emaid",
            "iban",
            "passenger",
            "account");
    private static final Set<String> ZONE = Set.of("zone", "timezone", "tz");
    private static final Set<String> LATITUDE = Set.of("latitude", "lat");
    private static final Set<String> LONGITUDE = Set.of("longitude", "lon", "lng", "long");
    /** What a vehicle is, and not which one. */
    private static final Set<String> OF_A_KIND =
            Set.of("type", "types", "model", "class", "kind", "make", "brand", "count", "num", "access");

    private static final Map<String, Unit> UNITS = Map.ofEntries(
            Map.entry("kwh", Unit.KWH),
            Map.entry("wh", Unit.WH),
            Map.entry("kw", Unit.KW),
            Map.entry("w", Unit.W),
            Map.entry("watt", Unit.W),
            Map.entry("km", Unit.KM),
            Map.entry("mi", Unit.MI),
            Map.entry("miles", Unit.MI),
            Map.entry("%", Unit.PERCENT),
            Map.entry("percent", Unit.PERCENT),
            Map.entry("pct", Unit.PERCENT),
            Map.entry("s", Unit.SECOND),
            Map.entry("sec", Unit.SECOND),
            Map.entry("seconds", Unit.SECOND),
            Map.entry("min", Unit.MINUTE),
            Map.entry("minutes", Unit.MINUTE),
            Map.entry("h", Unit.HOUR),
            Map.entry("hours", Unit.HOUR));

    private final List<String> words;

    private ColumnName(List<String> words) {
        this.words = words;
    }

    static ColumnName of(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        String parted =
                last.replace("kW", "kw").replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return new ColumnName(Arrays.stream(parted.replace("%", " % ").split("[^\\p{L}\\p{N}%]+", -1))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    Optional<Quantity> quantity() {
        if (words.contains("soc") || (has(BATTERY) && has(LEVEL))) {
            return Optional.of(Quantity.SOC);
        }
        if (words.contains("per") || words.contains("price") || words.contains("capacity")) {
            return Optional.empty();
        }
        return Stream.of(
                        has(ENERGY) ? Quantity.ENERGY : null,
                        has(POWER) ? Quantity.POWER : null,
                        has(DISTANCE) ? Quantity.DISTANCE : null,
                        has(DURATION) ? Quantity.DURATION : null)
                .filter(quantity -> quantity != null)
                .findFirst()
                .or(() -> unit().filter(unit -> unit.code().length() > 1).map(Unit::quantity));
    }

    /** The unit that the name ends in, or holds. */
    Optional<Unit> unit() {
        for (int i = words.size() - 1; i >= 0; i--) {
            Unit unit = UNITS.get(words.get(i));
            boolean oneLetter = words.get(i).length() == 1 && !"%".equals(words.get(i));
            if (unit != null && words.size() > 1 && (!oneLetter || i == words.size() - 1)) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }

    boolean isStart() {
        return has(START) && !has(END);
    }

    boolean isEnd() {
        return has(END) && !has(START);
    }

    /** The name without the words for start and end: columns of which it is the same belong together. */
    String withoutEdge() {
        return String.join(
                " ",
                words.stream()
                        .filter(word -> !START.contains(word) && !END.contains(word))
                        .toList());
    }

    boolean isOdometer() {
        return words.contains("odometer") || words.contains("kilometerstand") || words.contains("mileage");
    }

    boolean isTime() {
        return has(TIME) || has(START) || has(END);
    }

    boolean isPartOfKey() {
        return isId() || isTime();
    }

    boolean isId() {
        return (has(ID) || words.stream().anyMatch(word -> word.endsWith("id"))) && !isTime();
    }

    boolean isZone() {
        return has(ZONE);
    }

    boolean isPersonal() {
        return has(PERSONAL) && !has(OF_A_KIND);
    }

    boolean isLatitude() {
        return has(LATITUDE);
    }

    boolean isLongitude() {
        return has(LONGITUDE);
    }

    private boolean has(Set<String> any) {
        return words.stream().anyMatch(any::contains);
    }
}
