package io.chargelake.jobs.vehicles.clean;

import io.chargelake.jobs.lake.YamlReader;
import io.chargelake.jobs.lake.YamlSection;
import io.chargelake.jobs.tables.Col;
import io.chargelake.unit.Quantity;
import io.chargelake.unit.Unit;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The keys of a mapping file, each named once. */
public final class MappingFile {

    public static Mapping read(Path file) {
        return parse(file.toString(), YamlReader.text(file, ", such as conf/mappings/sap.yaml; change --mapping"));
    }

    static Mapping parse(String name, String yaml) {
        YamlSection root = new YamlReader(name).read(yaml);
        var columns = new EnumMap<Kind, Map<String, String>>(Kind.class);
        for (Kind kind : Kind.values()) {
            root.section(kind.code()).ifPresent(section -> columns.put(kind, columns(kind, section)));
        }
        Map<Quantity, Unit> units =
                root.section("units").map(MappingFile::units).orElse(Map.of());
        Optional<DecimalMark> decimal = word(root, "decimal", DecimalMark.values());
        Optional<DateOrder> dates = word(root, "dates", DateOrder.values());
        Optional<Clock.Offsets> offsets = word(root, "offsets", Clock.Offsets.values());
        Optional<ZoneId> zone = root.oneOf(
                        "zone", ZoneId.getAvailableZoneIds(), "an IANA time zone such as Europe/Berlin")
                .map(ZoneId::of);
        root.require(
                offsets.isEmpty() || offsets.get() == Clock.Offsets.KEPT || zone.isPresent(),
                "offsets: ignored makes times local, but of no zone (add zone: ...)");
        return root.build(() -> new Mapping(
                columns,
                units,
                decimal,
                dates,
                zone.map(z -> new Clock(z, offsets.orElse(Clock.Offsets.KEPT), Clock.Origin.STATED))));
    }

    private static Map<String, String> columns(Kind kind, YamlSection section) {
        var theirs = new LinkedHashMap<String, String>();
        for (Col ours : kind.layout().columns()) {
            section.text(ours.name()).ifPresent(name -> theirs.put(ours.name(), name));
        }
        return section.build(() -> theirs);
    }

    private static Map<Quantity, Unit> units(YamlSection section) {
        var units = new EnumMap<Quantity, Unit>(Quantity.class);
        for (Quantity quantity : Quantity.values()) {
            List<String> codes = quantity.units().stream().map(Unit::code).toList();
            section.oneOf(quantity.code(), codes, String.join(" or ", codes))
                    .flatMap(code -> Unit.named(quantity, code))
                    .ifPresent(unit -> units.put(quantity, unit));
        }
        return section.build(() -> units);
    }

    private static <E extends Enum<E>> Optional<E> word(YamlSection section, String key, E[] values) {
        Map<String, E> words = Arrays.stream(values)
                .collect(Collectors.toMap(
                        e -> e.name().toLowerCase(Locale.ROOT), e -> e, (a, b) -> a, LinkedHashMap::new));
        return section.oneOf(key, words.keySet(), String.join(", ", words.keySet()))
                .map(words::get);
    }

    private MappingFile() {}
}
