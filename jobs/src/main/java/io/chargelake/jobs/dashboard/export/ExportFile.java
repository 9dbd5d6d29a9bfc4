package io.chargelake.jobs.dashboard.export;

import io.chargelake.jobs.dashboard.web.Api;
import io.chargelake.jobs.dashboard.web.Assets;
import io.chargelake.jobs.lake.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The dashboard as one HTML file that asks nobody for anything: the page, its modules, libraries and styles, and recorded answers. Its own
 * policy allows the scripts and styles that are in it, by their hashes, and nothing else.
 */
public final class ExportFile {
    /** Leaves room for the page itself below 5 MB. */
    private static final long MOST_ANSWER_BYTES = 2_700_000;

    private static final Pattern LINK = Pattern.compile("(?m)^\\s*<link\\b[^>]*>\\s*$\\n?");
    private static final Pattern SCRIPT = Pattern.compile("(?m)^\\s*<script\\b[^>]*>\\s*</script>\\s*$\\n?");
    private static final String MODULES = "/app/";
    private static final List<String> STYLES = List.of("/lib/leaflet.css", "/style.css");
    private static final List<String> LIBRARIES = List.of("/lib/echarts.min.js", "/lib/leaflet.js");
    private static final List<String> RECORDED = List.of("/i18n/en.json", "/i18n/fr.json", "/basemap.json");

    private final Map<String, byte[]> files;
    private final Api api;

    public ExportFile(Assets assets, Api api) {
        this.files = assets.files();
        this.api = api;
    }

    /** Returns how many bytes it has. */
    public long write(Path file, Instant madeAt) {
        byte[] html = html(madeAt).getBytes(StandardCharsets.UTF_8);
        try {
            Path target = file.toAbsolutePath();
            Path part = target.resolveSibling("." + target.getFileName() + ".tmp");
            Files.write(part, html);
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw UserError.usage("Cannot write " + file
                    + ": its folder is not there or may not be written to (choose another --export)");
        }
        return html.length;
    }

    private String html(Instant madeAt) {
        List<String> styles =
                STYLES.stream().map(this::text).map(ExportFile::style).toList();
        List<String> scripts = new ArrayList<>();
        LIBRARIES.forEach(library -> scripts.add(script(text(library))));
        scripts.add(script(Bundle.of(modules(), "/app/main.js")));
        String index =
                SCRIPT.matcher(LINK.matcher(text("/index.html")).replaceAll("")).replaceAll("");
        String head = "<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy(styles, scripts) + "\">\n"
                + "<link rel=\"icon\" href=\"data:image/svg+xml;base64,"
                + Base64.getEncoder().encodeToString(files.get("/icon.svg"))
                + "\">\n"
                + styles.stream().map(css -> "<style>" + css + "</style>\n").collect(Collectors.joining());
        String body = "<script type=\"application/json\" id=\"recorded\">" + recorded(madeAt) + "</script>\n"
                + scripts.stream().map(js -> "<script>" + js + "</script>\n").collect(Collectors.joining());
        // the policy stands before everything that it is about
        return index.replace("<meta charset=\"utf-8\">", "<meta charset=\"utf-8\">\n" + head)
                .replace("</body>", body + "</body>");
    }

    private String recorded(Instant madeAt) {
        Recording recording = new Recording(api, MOST_ANSWER_BYTES);
        RECORDED.forEach(path -> recording.file(path.substring(1), files.get(path)));
        recording.answers();
        return recording.json(madeAt);
    }

    private Map<String, String> modules() {
        Map<String, String> modules = new TreeMap<>();
        files.keySet().stream()
                .filter(path -> path.startsWith(MODULES) && path.endsWith(".js"))
                .forEach(path -> modules.put(path, text(path)));
        return modules;
    }

    private String text(String path) {
        byte[] file = files.get(path);
        if (file == null) {
            throw new IllegalStateException("Cannot export the dashboard: the jar lacks " + path);
        }
        // browsers hash what they read, and they read a line end as one sign
        return new String(file, StandardCharsets.UTF_8).replace("\r\n", "\n").replace('\r', '\n');
    }

    /** Nothing in a script ends its element; a comment that names a map of the source names a file that is not there. */
    private static String script(String text) {
        return text.replaceAll("(?m)^//[#@] sourceMappingURL=.*$", "")
                .replace("</script", "<\\/script")
                .replace("<!--", "<\\!--");
    }

    /** Pictures that a library's style names are not in the file; the page uses none of them. */
    private static String style(String text) {
        return text.replaceAll("url\\((?!['\"]?(?:data:|#))[^)]*\\)", "none").replace("</style", "<\\/style");
    }

    private static String policy(List<String> styles, List<String> scripts) {
        return "default-src 'none'; script-src " + hashes(scripts) + "; style-src " + hashes(styles)
                + "; img-src data: blob:; base-uri 'none'; form-action 'none'";
    }

    private static String hashes(List<String> texts) {
        return texts.stream().map(ExportFile::hash).collect(Collectors.joining(" "));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
