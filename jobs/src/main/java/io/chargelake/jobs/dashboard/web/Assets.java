package io.chargelake.jobs.dashboard.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The page's files and the libraries it draws with, all read into memory at the start: a request can only name one of them, so that no path
 * leads anywhere else.
 */
public final class Assets {
    private static final String FOLDER = "/dashboard";
    private static final String INDEX = "index.html";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "txt", "text/plain; charset=utf-8");

    /** A library, its group at Maven and the files of it that are served. */
    private record Library(String group, String name, String folder, String... files) {}

    private static final Library[] LIBRARIES = {
        new Library("org.webjars", "echarts", "", "echarts.min.js"),
        new Library("org.webjars.npm", "leaflet", "dist/", "leaflet.js", "leaflet.css")
    };

    private final Map<String, Body> byPath;

    private Assets(Map<String, Body> byPath) {
        this.byPath = byPath;
    }

    public static Assets read() {
        Map<String, Body> byPath = new TreeMap<>();
        page(byPath);
        for (Library library : LIBRARIES) {
            for (String file : library.files()) {
                byPath.put("/lib/" + file, Body.of(type(file), bytes(resource(library, file))));
            }
        }
        Body index = byPath.get("/" + INDEX);
        if (index != null) {
            byPath.put("/", index);
        }
        return new Assets(byPath);
    }

    Optional<Body> at(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** Of every file of the page, by its path. */
    public Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        byPath.forEach((path, body) -> files.put(path, body.plain()));
        return files;
    }

    private static void page(Map<String, Body> byPath) {
        URL folder = Assets.class.getResource(FOLDER);
        if (folder == null) {
            throw new IllegalStateException("Cannot serve the page: the jar lacks its files");
        }
        try {
            URI uri = folder.toURI();
            if (!"jar".equals(uri.getScheme())) {
                walk(Path.of(uri), byPath);
                return;
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                walk(jar.getPath(FOLDER), byPath);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void walk(Path folder, Map<String, Body> byPath) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = "/" + folder.relativize(file).toString().replace('\\', '/');
                byPath.put(path, Body.of(type(path), Files.readAllBytes(file)));
            }
        }
    }

    private static String type(String path) {
        return TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
    }

    /** A WebJar has its version in its paths, and tells it. */
    private static String resource(Library library, String file) {
        Properties told = new Properties();
        String properties = "/META-INF/maven/" + library.group() + "/" + library.name() + "/pom.properties";
        try (InputStream in = Assets.class.getResourceAsStream(properties)) {
            told.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "/META-INF/resources/webjars/" + library.name() + "/" + told.getProperty("version") + "/"
                + library.folder() + file;
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Cannot serve the page: the class path lacks " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
