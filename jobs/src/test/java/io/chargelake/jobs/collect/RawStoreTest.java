package io.chargelake.jobs.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargelake.jobs.lake.Settings;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.testing.ObjectStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Objects appear whole or not at all, on disk and on an object store. */
class RawStoreTest {
    private static final Instant AT = Instant.parse("2025-01-01T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void onDisk() throws IOException {
        assertWholeOrNothing(Storage.withoutSession(Settings.defaults(), Map.of()), Storage.uri(folder.toString()));
    }

    @Test
    @ExtendWith(ObjectStore.Extension.class)
    void onAnObjectStore(ObjectStore store) throws IOException {
        assertWholeOrNothing(Storage.withoutSession(store.settings(), Map.of()), URI.create(store.folder("raw")));
    }

    private static void assertWholeOrNothing(Storage storage, URI root) throws IOException {
        URI file = Storage.child(root, "day/object");
        assertThatThrownBy(() -> storage.write(file, out -> {
                    out.write(new byte[1 << 20]);
                    throw new IOException("the disk is gone");
                }))
                .hasMessage("the disk is gone");
        assertThat(storage.files(Storage.child(root, "day"))).isEmpty();
        storage.write(file, out -> out.write("whole".getBytes(UTF_8)));
        assertThat(storage.size(file)).isEqualTo(5);
        assertThat(storage.readText(file)).isEqualTo("whole");
        assertThat(storage.files(Storage.child(root, "day"))).containsExactly("object");
        RawStore raw = new RawStore(storage, root, "test");
        raw.remember(AT, RawStore.GAPS, Note.notPolled("test", AT, AT.plusSeconds(60)));
        raw.writeNotes();
        assertThat(raw.last()).contains(AT);
        assertThat(storage.files(Storage.child(root, "test/2025-01-01/_gaps")))
                .isEqualTo(List.of("20250101_000000Z_test.json"));
    }
}
