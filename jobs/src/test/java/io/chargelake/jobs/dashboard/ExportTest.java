package io.chargelake.jobs.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chargelake.jobs.dashboard.export.ExportFile;
import io.chargelake.jobs.dashboard.web.Assets;
import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.lake.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard as one file. */
class ExportTest {
    private static final Instant MADE_AT = Instant.parse("2025-04-02T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void theFileAsksNobodyForAnything() throws Exception {
        Town town = new Town(folder.resolve("lake"), TableFormat.DELTA).withEverything();
        Path file = folder.resolve("dashboard.html");
        try (Served served = Served.of(town.folder())) {
            long bytes = new ExportFile(Assets.read(), served.api()).write(file, MADE_AT);
            assertThat(bytes).isEqualTo(Files.size(file)).isLessThan(5_000_000);
            String html = Files.readString(file);
            assertThat(html.contains("VIN-")).as("names a vehicle").isFalse();
            assertThat(html.replaceAll("(?s)<(script|style)\\b[^>]*>.*?</\\1>", "<$1>"))
                    .as("what is left without scripts and styles")
                    .doesNotContain("http:", "https:", "src=", "url(")
                    .doesNotContainPattern("<link(?! rel=\"icon\" href=\"data:)");
            Matcher style =
                    Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL).matcher(html);
            while (style.find()) {
                assertThat(style.group(1))
                        .doesNotContain("@import")
                        .doesNotContainPattern("url\\((?!['\"]?(?:data:|#))");
            }
            assertRecorded(html, served);
            assertPolicy(html);
            new ExportFile(Assets.read(), served.api()).write(folder.resolve("again.html"), MADE_AT);
            assertThat(folder.resolve("again.html")).as("the same bytes").hasSameBinaryContentAs(file);
            assertThatThrownBy(() -> new ExportFile(Assets.read(), served.api())
                            .write(folder.resolve("no/such/x.html"), MADE_AT))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("its folder is not there");
        }
    }

    private static void assertRecorded(String html, Served served) throws IOException {
        Matcher script = Pattern.compile(
                        "<script type=\"application/json\" id=\"recorded\">(.*?)</script>", Pattern.DOTALL)
                .matcher(html);
        assertThat(script.find()).isTrue();
        JsonNode recorded = new ObjectMapper().readTree(script.group(1));
        assertThat(recorded.path("made_at").asText()).isEqualTo(MADE_AT.toString());
        assertThat(recorded.path("answers").fieldNames())
                .toIterable()
                .contains(
                        "api/meta",
                        "api/network",
                        "api/occupancy?level=all",
                        "api/occupancy?key=K%C3%B6ln&level=city",
                        "api/occupancy?key=1&level=station",
                        "api/vehicles?type=van",
                        "api/fleet",
                        "i18n/fr.json",
                        "basemap.json");
        assertThat(recorded.path("answers").path("api/network")).isEqualTo(served.answer("network"));
    }

    /** Each script and style that runs is one that the policy knows by its hash. */
    private static void assertPolicy(String html) throws Exception {
        Matcher policy = Pattern.compile("http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"")
                .matcher(html);
        assertThat(policy.find()).isTrue();
        assertThat(policy.group(1)).startsWith("default-src 'none'; ").doesNotContain("unsafe", "http");
        Matcher inline = Pattern.compile("<(script|style)>(.*?)</(?:script|style)>", Pattern.DOTALL)
                .matcher(html);
        int found = 0;
        while (inline.find()) {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(inline.group(2).getBytes(StandardCharsets.UTF_8));
            assertThat(policy.group(1))
                    .contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
            found++;
        }
        assertThat(found).as("two styles, two libraries, the page").isEqualTo(5);
    }
}
