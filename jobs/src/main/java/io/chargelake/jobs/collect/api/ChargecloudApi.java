package io.chargelake.jobs.collect.api;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.chargelake.jobs.collect.http.Answer;
import io.chargelake.jobs.lake.UserError;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The API of chargecloud: a request a place. The object of a poll is {@code {place: answer, ...}}, which is how this API's answers
 * have been kept by others, and what {@code ingest-status --format chargecloud} reads.
 */
public final class ChargecloudApi implements Api {
    public static final String CITY_URL = "https://new-poi.chargecloud.de/{city}";
    public static final String AREA_URL =
            "https://app.chargecloud.de/emobility:ocpi/{operator}/app/2.0/locations?latitude={latitude}&longitude={longitude}&radius={radius}&offset=0&limit=500";

    private final List<Request> requests;

    private ChargecloudApi(List<Request> requests) {
        this.requests = requests;
    }

    /**
     * @param operator whose stations an area is asked for
     * @param cityUrl with {@code {city}}
     * @param areaUrl with {@code {latitude}}, {@code {longitude}}, {@code {radius}}, and {@code {operator}} where it is needed
     */
    public static ChargecloudApi of(List<Place> places, Optional<String> operator, String cityUrl, String areaUrl) {
        if (places.isEmpty()) {
            throw UserError.usage("Cannot collect: there is no place to ask for (--cities or --places)");
        }
        var names = new HashSet<String>();
        for (Place place : places) {
            if (place.name().isBlank() || !names.add(place.name())) {
                throw UserError.usage("Cannot collect: the place '" + place.name()
                        + "' has no name or is there twice (--cities, --places)");
            }
        }
        return new ChargecloudApi(places.stream()
                .map(place -> new Request(place.name(), uri(place, operator, cityUrl, areaUrl)))
                .toList());
    }

    private static URI uri(Place place, Optional<String> operator, String cityUrl, String areaUrl) {
        if (place.area().isEmpty()) {
            return Urls.parse("--url", filled("--url", cityUrl, "{city}", place.name()));
        }
        Place.Area area = place.area().get();
        String url = filled("--area-url", areaUrl, "{latitude}", Double.toString(area.latitude()));
        url = filled("--area-url", url, "{longitude}", Double.toString(area.longitude()));
        url = filled("--area-url", url, "{radius}", Integer.toString(area.radius_m()));
        if (url.contains("{operator}")) {
            url = filled(
                    "--area-url",
                    url,
                    "{operator}",
                    operator.orElseThrow(() -> UserError.usage("Cannot collect " + place.name()
                            + ": an area is asked for by operator (--operator is missing)")));
        }
        return Urls.parse("--area-url", url);
    }

    private static String filled(String option, String template, String placeholder, String value) {
        if (!template.contains(placeholder)) {
            throw UserError.usage("Cannot use " + option + " " + template + ": it has no " + placeholder);
        }
        return template.replace(
                placeholder, URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    @Override
    public List<Request> first() {
        return requests;
    }

    @Override
    public Optional<Request> next(Request asked, Answer answer) {
        return Optional.empty();
    }

    @Override
    public void join(List<Taken> answers, OutputStream out) throws IOException {
        String before = "{";
        for (Taken taken : answers) {
            String name = String.valueOf(JsonStringEncoder.getInstance()
                    .quoteAsString(taken.request().what()));
            out.write((before + "\"" + name + "\": ").getBytes(StandardCharsets.UTF_8));
            taken.answer().body().orElseThrow().copyTo(out);
            before = ",\n";
        }
        out.write("}\n".getBytes(StandardCharsets.UTF_8));
    }
}
