package io.chargelake.jobs.collect;

import io.chargelake.jobs.collect.api.Api;
import io.chargelake.jobs.collect.api.ChargecloudApi;
import io.chargelake.jobs.collect.api.OcpiApi;
import io.chargelake.jobs.collect.api.Place;
import io.chargelake.jobs.collect.api.Urls;
import io.chargelake.jobs.collect.http.Credential;
import io.chargelake.jobs.lake.SecretRef;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.jobs.lake.YamlReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whom to ask, and for what. */
final class ApiOptions {

    /** The APIs there are; the names are those of ingest-status. */
    enum Format {
        chargecloud,
        ocpi
    }

    @Option(
            names = "--format",
            defaultValue = "chargecloud",
            description = "the API: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE})")
    Format format;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "ocpi: the Locations endpoint, e.g. https://host/ocpi/cpo/2.2.1/locations?limit=100 (required); chargecloud: address of a city (default "
                            + ChargecloudApi.CITY_URL + ")")
    Optional<String> url = Optional.empty();

    @Option(
            names = "--cities",
            split = ",",
            paramLabel = "CITY",
            description = "chargecloud: cities as the API writes them, e.g. koeln,bonn")
    List<String> cities = new ArrayList<>();

    @Option(
            names = "--places",
            paramLabel = "FILE",
            description = "chargecloud: a text file, a line each: a city, or name;latitude;longitude;radius in metres")
    Optional<Path> places = Optional.empty();

    @Option(
            names = "--area-url",
            defaultValue = ChargecloudApi.AREA_URL,
            paramLabel = "URL",
            description = "chargecloud: address for places with a radius (default ${DEFAULT-VALUE})")
    String areaUrl;

    @Option(
            names = "--operator",
            paramLabel = "ID",
            description = "chargecloud: whose stations an area is asked for, an id of 32 hex digits")
    Optional<String> operator = Optional.empty();

    @Option(names = "--token-env", paramLabel = "NAME", description = "ocpi: environment variable that holds the token")
    Optional<String> tokenEnv = Optional.empty();

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "ocpi: file that holds the token, an absolute path; it is read for each request")
    Optional<String> tokenFile = Optional.empty();

    @Option(
            names = "--token-encoding",
            defaultValue = "base64",
            description =
                    "ocpi: ${COMPLETION-CANDIDATES}; 2.2.1 wants Base64, many older servers the token as it is (default ${DEFAULT-VALUE})")
    Credential.Encoding encoding;

    Api api() {
        return format == Format.ocpi ? ocpi() : chargecloud();
    }

    private Api ocpi() {
        if (!cities.isEmpty() || places.isPresent()) {
            throw UserError.usage("Cannot use --cities or --places with --format ocpi: it is asked by its --url alone");
        }
        return new OcpiApi(locations());
    }

    private URI locations() {
        return Urls.parse(
                "--url",
                url.orElseThrow(
                        () -> UserError.usage(
                                "Cannot collect from OCPI: --url is missing (the Locations endpoint, e.g. https://host/ocpi/cpo/2.2.1/locations)")));
    }

    private Api chargecloud() {
        var all = new ArrayList<>(cities.stream().map(Place::city).toList());
        places.ifPresent(file -> all.addAll(Place.read(file, YamlReader.text(file, "; change --places"))));
        return ChargecloudApi.of(all, operator, url.orElse(ChargecloudApi.CITY_URL), areaUrl);
    }

    Optional<Credential> credential(Map<String, String> environment) {
        if (tokenEnv.isPresent() && tokenFile.isPresent()) {
            throw UserError.usage("Cannot use --token-env and --token-file: one token is expected (leave one out)");
        }
        Optional<SecretRef> token = reference();
        if (token.isPresent() && format != Format.ocpi) {
            throw UserError.usage(
                    "Cannot use a token with --format " + format + ": that API takes none (leave it out)");
        }
        return token.map(ref -> new Credential(ref, encoding, locations(), environment));
    }

    private Optional<SecretRef> reference() {
        try {
            return tokenEnv.map(SecretRef::env).or(() -> tokenFile.map(SecretRef::file));
        } catch (IllegalArgumentException e) {
            throw UserError.usage(
                    "Cannot use " + (tokenEnv.isPresent() ? "--token-env" : "--token-file") + ": it " + e.getMessage());
        }
    }
}
