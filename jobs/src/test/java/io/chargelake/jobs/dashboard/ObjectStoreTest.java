package io.chargelake.jobs.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargelake.jobs.lake.Settings;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.TableFormat;
import io.chargelake.jobs.testing.ObjectStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A lake in an object store shows the same as on disk. */
@ExtendWith(ObjectStore.Extension.class)
class ObjectStoreTest {
    @TempDir
    Path folder;

    @Test
    void aLakeOfAnObjectStoreShowsTheSame(ObjectStore store) throws IOException {
        Town town = new Town(folder.resolve("lake"), TableFormat.DELTA);
        town.network();
        town.occupancy(1);
        Settings settings = store.settings();
        URI root = URI.create(store.folder("dashboard"));
        copy(town.folder(), Storage.withoutSession(settings, Map.of()), root);
        try (Served onDisk = Served.of(town.folder());
                Served inStore = Served.of(root, settings)) {
            for (String page : List.of("occupancy", "network", "data", "occupancy?level=point&key=P2")) {
                assertThat(inStore.answer(page).path("tables"))
                        .isEqualTo(onDisk.answer(page).path("tables"));
            }
            town.run("sessions");
            copy(
                    folder.resolve("lake/_runs"),
                    Storage.withoutSession(settings, Map.of()),
                    Storage.child(root, "_runs"));
            assertThat(inStore.store().refresh()).isTrue();
            assertThat(Served.rows(inStore.answer("data"), "runs", "job").get(0))
                    .isEqualTo("sessions");
        }
    }

    /** A Delta table's log names its files by where they are in the table. */
    private static void copy(Path from, Storage storage, URI to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                storage.writeBytes(Storage.child(to, from.relativize(file).toString()), Files.readAllBytes(file));
            }
        }
    }
}
