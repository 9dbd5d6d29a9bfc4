package io.chargelake.jobs.generate.vehicles;

import io.chargelake.generate.vehicle.FileUnits;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A raw file as the truth describes it. */
record WrittenFile(String path, RawTable table, long rows, long bytes, Map<String, String> units)
        implements Serializable {

    static WrittenFile of(String path, RawTable table, long rows, long bytes, FileUnits units) {
        Map<String, String> named = new LinkedHashMap<>();
        if (table == RawTable.DRIVE) {
            named.put("distance", code(units.distance()));
        } else {
            named.put("power", code(units.power()));
        }
        named.put("energy", code(units.energy()));
        named.put("soc", code(units.soc()));
        named.put("clock", code(units.clock()));
        named.put("dialect", code(units.dialect()));
        return new WrittenFile(path, table, rows, bytes, named);
    }

    private static String code(Enum<?> unit) {
        return unit.name().toLowerCase(Locale.ROOT);
    }

    Map<String, Object> described() {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("path", path);
        file.put("table", code(table));
        file.put("rows", rows);
        file.put("bytes", bytes);
        file.put("units", units);
        return file;
    }
}
