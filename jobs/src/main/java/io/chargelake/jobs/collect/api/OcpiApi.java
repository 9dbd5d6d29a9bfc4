package io.chargelake.jobs.collect.api;

import io.chargelake.jobs.collect.http.Answer;
import io.chargelake.jobs.collect.http.FetchFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Locations of OCPI 2.2.1, page by page as the {@code Link} header leads. The object of a poll is its pages, one after the
 * other, a line end between.
 */
public final class OcpiApi implements Api {
    private static final int MOST_PAGES = 10_000;
    private static final Pattern LINK =
            Pattern.compile("<([^>]*)>((?:\\s*;\\s*[^\\s=;,]+\\s*=\\s*(?:\"[^\"]*\"|[^\",;]*))*)");
    private static final Pattern NEXT = Pattern.compile(
            ";\\s*rel\\s*=\\s*(?:\"(?:[^\"]*\\s)?next(?:\\s[^\"]*)?\"|next\\b)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PAGE = Pattern.compile("page (\\d+)");

    private final Request first;

    /** @param locations the endpoint, with the parameters of its first page */
    public OcpiApi(URI locations) {
        this.first = new Request("page 1", locations);
    }

    @Override
    public List<Request> first() {
        return List.of(first);
    }

    @Override
    public Optional<Request> next(Request asked, Answer answer) throws FetchFailure {
        Optional<URI> link = next(answer);
        if (link.isEmpty()) {
            return Optional.empty();
        }
        int page = number(asked) + 1;
        if (page > MOST_PAGES || link.get().equals(asked.uri()) || link.get().equals(first.uri())) {
            throw FetchFailure.lasting(
                    "pages",
                    "the pages have no end: page " + page + " is " + link.get().getPath()
                            + " again, or one of more than " + MOST_PAGES);
        }
        return Optional.of(new Request("page " + page, link.get()));
    }

    private static Optional<URI> next(Answer answer) throws FetchFailure {
        for (String header : answer.headers().allValues("Link")) {
            Matcher link = LINK.matcher(header);
            while (link.find()) {
                if (NEXT.matcher(link.group(2)).find()) {
                    return Optional.of(resolved(answer.from(), link.group(1)));
                }
            }
        }
        return Optional.empty();
    }

    private static URI resolved(URI from, String link) throws FetchFailure {
        try {
            URI to = from.resolve(link.strip());
            if (to.getHost() != null
                    && ("https".equals(to.getScheme()) || from.getScheme().equals(to.getScheme()))) {
                return to;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw FetchFailure.lasting("pages", "the Link to the next page is no address that may be followed");
    }

    private static int number(Request asked) {
        Matcher page = PAGE.matcher(asked.what());
        return page.matches() ? Integer.parseInt(page.group(1)) : 1;
    }

    @Override
    public void join(List<Taken> answers, OutputStream out) throws IOException {
        for (Taken taken : answers) {
            taken.answer().body().orElseThrow().copyTo(out);
            out.write('\n');
        }
    }
}
