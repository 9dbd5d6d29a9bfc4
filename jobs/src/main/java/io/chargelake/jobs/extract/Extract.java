package io.chargelake.jobs.extract;

import io.chargelake.jobs.lake.Accounting;
import io.chargelake.jobs.lake.Job;
import io.chargelake.jobs.lake.Lakes;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.SecretRef;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.StorageErrors;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.privacy.delivery.Delivery;
import io.chargelake.privacy.delivery.Origin;
import io.chargelake.privacy.ledger.PastDelivery;
import io.chargelake.privacy.pseudonym.Keys;
import io.chargelake.privacy.request.Admitted;
import io.chargelake.privacy.request.Limits;
import io.chargelake.privacy.request.Request;
import io.chargelake.privacy.request.RequestWords;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** From a request file to the files that leave: figures in which nobody can be found. */
@Command(
        name = "extract",
        description = "Deliver the figures that a request file asks for, so that nobody can be found in them.",
        footer = {
            "",
            "Requests: conf/requests/; what they may ask for and what is promised: docs/privacy.md.",
            "A delivery that was made is repeated byte for byte; what came since is told by another --delivery only.",
            "Example: ./chargelake extract --request conf/requests/energy-by-zone-and-hour.yaml --output extracts"
        })
public final class Extract implements Job {
    /** Of the rules as a whole: it goes into manifests, their parameters never do. */
    private static final String RULES_VERSION = "1";

    @Option(
            names = "--request",
            required = true,
            paramLabel = "FILE",
            description = "YAML file that says what is asked for")
    Path request;

    @Option(
            names = "--output",
            defaultValue = "./extracts",
            paramLabel = "URI",
            description = "folder the delivery's folder is put in (default ${DEFAULT-VALUE})")
    String output;

    @Option(
            names = "--delivery",
            paramLabel = "NAME",
            description =
                    "name of the delivery: spent once, repeated ever after (default: the request's id and period)")
    Optional<String> delivery = Optional.empty();

    @Option(names = "--check", description = "only say in words what would leave; no data is read, nothing is written")
    boolean check;

    @Option(
            names = "--dry-run",
            description = "judge every cell and say which would be withheld and why; nothing is written or spent")
    boolean dryRun;

    @Option(
            names = "--key",
            defaultValue = KeySource.DEFAULT,
            paramLabel = "PLACE",
            description = "where the master key is, never the key: env:NAME or file:/path (default ${DEFAULT-VALUE})")
    String key;

    @Override
    public Lakes.Access access() {
        return check ? Lakes.Access.NONE : Lakes.Access.READ;
    }

    @Override
    public void run(Run run) {
        LocalDate today = LocalDate.ofInstant(run.context().started(), ZoneOffset.UTC);
        Admitted admitted = Requests.read(request, Limits.DEFAULT, today);
        if (check) {
            new RequestWords(admitted).lines().forEach(run.out()::println);
            run.out().flush();
            return;
        }
        SecretRef place = place();
        Keys keys = KeySource.read(place, System.getenv());
        Ledger ledger = Ledger.of(run);
        List<Ledger.Entry> earlier = ledger.entries(keys.id());
        String name = name(admitted.request());
        Optional<Ledger.Entry> same = earlier.stream()
                .filter(entry -> entry.delivery().id().equals(name))
                .findFirst();
        if (same.isPresent()) {
            repeat(run, same.get(), admitted.request());
        } else {
            deliver(run, admitted, place, keys, ledger, earlier);
        }
    }

    private void deliver(
            Run run, Admitted admitted, SecretRef place, Keys keys, Ledger ledger, List<Ledger.Entry> earlier) {
        Source source = Sources.named(admitted.request().question().table());
        Made made = new Making(run, source, admitted, name(admitted.request()), place, keys, earlier).made();
        if (dryRun) {
            return;
        }
        Map<String, String> versions = Records.versions(run, source);
        Map<String, byte[]> files = new LinkedHashMap<>();
        written(
                new Delivery(
                        admitted.request(), made.sheet(), new Origin(versions, RULES_VERSION, Optional.of(keys.id()))),
                files);
        String name = name(admitted.request());
        ledger.add(
                new Ledger.Entry(
                        new PastDelivery(
                                admitted.request().population(),
                                admitted.request().terms().recipient(),
                                name,
                                admitted.request().hash(),
                                made.rhoMicros(),
                                made.cells()),
                        terms(admitted.request(), keys, versions),
                        files),
                earlier.size());
        int rows = made.sheet().rows().size();
        put(run, name, files, rows);
        run.account(new Accounting(rows, rows, 0, 0));
    }

    /** The same bytes as before, whatever the lake holds now. */
    private void repeat(Run run, Ledger.Entry entry, Request asked) {
        if (!entry.delivery().requestHash().equals(asked.hash())) {
            throw UserError.privacy(
                    "Cannot extract: delivery " + entry.delivery().id()
                            + " was made of another request than " + request
                            + " now is (rule delivery_spent; give it another name by --delivery, or the request another id)");
        }
        run.say("Delivery " + entry.delivery().id()
                + " was made before: the same files again (--delivery gives what came since another name)");
        if (dryRun) {
            return;
        }
        put(run, entry.delivery().id(), entry.files(), -1);
    }

    private void put(Run run, String name, Map<String, byte[]> files, long rows) {
        URI folder = Storage.child(Storage.uri(output), name);
        Storage storage = Storage.of(run.spark(), folder);
        files.forEach((file, bytes) -> {
            try {
                storage.writeBytes(Storage.child(folder, file), bytes);
            } catch (IOException e) {
                throw StorageErrors.explain(e, folder);
            }
        });
        run.noteOutput(folder.toString(), name, rows);
    }

    private static void written(Delivery delivery, Map<String, byte[]> files) {
        try {
            delivery.write(files::put);
        } catch (IOException e) {
            throw new IllegalStateException("Memory takes every file", e);
        }
    }

    private static Map<String, String> terms(Request request, Keys keys, Map<String, String> versions) {
        var terms = new TreeMap<String, String>();
        terms.put("purpose", request.terms().purpose());
        terms.put("product", request.product().code());
        terms.put("expires", request.terms().expires().toString());
        terms.put("retention_days", Integer.toString(request.terms().retentionDays()));
        terms.put(Ledger.Entry.KEY_ID, keys.id());
        terms.put("rules_version", RULES_VERSION);
        versions.forEach((table, version) -> terms.put("version of " + table, version));
        return terms;
    }

    private String name(Request asked) {
        String name = delivery.orElse(asked.fileName());
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            throw UserError.usage("Cannot use --delivery '" + name
                    + "': a name has up to 100 letters, digits, '.', '_' or '-' and begins with a letter or digit");
        }
        return name;
    }

    private SecretRef place() {
        try {
            return SecretRef.parse(key);
        } catch (IllegalArgumentException e) {
            throw UserError.usage("Cannot use --key: it " + e.getMessage() + " (write env:NAME or file:/path)");
        }
    }
}
