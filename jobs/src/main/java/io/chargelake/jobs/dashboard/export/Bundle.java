package io.chargelake.jobs.dashboard.export;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The page's modules as one script: each becomes a function that is called once, in the order in which they need each other. It knows the
 * forms of import and export that the page uses and refuses any other.
 */
final class Bundle {
    private static final Pattern IMPORT = Pattern.compile("(?m)^import\\s*\\{([^}]*)}\\s*from\\s*'([^']+)';[ \\t]*$");
    private static final Pattern EXPORT =
            Pattern.compile("(?m)^export\\s+((?:async\\s+)?function|class|const)\\s+([A-Za-z_$][A-Za-z0-9_$]*)");
    private static final Pattern OTHER = Pattern.compile("(?m)^(?:import|export)\\b.*$");

    private final Map<String, String> files;
    private final Map<String, String> done = new LinkedHashMap<>();
    private final Set<String> open = new LinkedHashSet<>();

    private Bundle(Map<String, String> files) {
        this.files = files;
    }

    /**
     * @param files by their paths
     * @param first the path of the module that starts the page
     */
    static String of(Map<String, String> files, String first) {
        Bundle bundle = new Bundle(files);
        bundle.add(first);
        return bundle.done.values().stream()
                .collect(Collectors.joining("\n", "(() => {\n'use strict';\n", "\n})();\n"));
    }

    private void add(String path) {
        if (done.containsKey(path)) {
            return;
        }
        String text = files.get(path);
        if (text == null || !open.add(path)) {
            throw new IllegalStateException("Cannot join the page's modules: " + path
                    + (text == null ? " is not there" : " needs itself by way of " + open));
        }
        List<MatchResult> imports = IMPORT.matcher(text).results().toList();
        imports.forEach(found -> add(resolved(path, found.group(2))));
        done.put(path, function(path, text));
        open.remove(path);
    }

    private String function(String path, String text) {
        String inner = IMPORT.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        "const {" + renamed(found.group(1)) + "} = " + name(resolved(path, found.group(2))) + ";"));
        List<String> names = new ArrayList<>();
        inner = EXPORT.matcher(inner).replaceAll(found -> {
            names.add(found.group(2));
            return Matcher.quoteReplacement(found.group(1) + " " + found.group(2));
        });
        Matcher other = OTHER.matcher(inner);
        if (other.find()) {
            throw new IllegalStateException("Cannot join the page's modules: " + path
                    + " has a form that is not known here (" + other.group() + ")");
        }
        return "const " + name(path) + " = (() => {\n" + inner + "\nreturn {" + String.join(", ", names) + "};\n})();";
    }

    /** A name that is imported as another. */
    private static String renamed(String names) {
        return names.replaceAll("([A-Za-z0-9_$]+)\\s+as\\s+([A-Za-z0-9_$]+)", "$1: $2");
    }

    private static String name(String path) {
        return "module" + path.replaceAll("[^A-Za-z0-9]", "_");
    }

    private static String resolved(String from, String relative) {
        return URI.create(from).resolve(relative).toString();
    }
}
