package io.chargelake.privacy.request;

import java.util.Objects;
import java.util.Optional;

/**
 * What a partner asks for. That it could be read says nothing of whether it may leave: that is for the {@link Gate}.
 *
 * @param id names the files
 * @param population whose records they are; deliveries of one population are held against each other
 * @param wayBack where pseudonyms must be turned back one day
 */
public record Request(
        String id,
        String title,
        String population,
        Product product,
        Terms terms,
        Question question,
        Optional<DifferentialPrivacy> differentialPrivacy,
        Optional<Authorisation> wayBack) {

    public Request {
        Words.requireName("id", id);
        Words.requireLine("title", title);
        Words.requireName("population", population);
        Objects.requireNonNull(terms);
        if (product == Product.PSEUDONYMISED
                && (differentialPrivacy.isPresent() || !question.totals().isEmpty())) {
            throw new IllegalArgumentException(
                    "product pseudonymised has neither totals nor differential_privacy (remove them, or ask for anonymous)");
        }
        if (product == Product.ANONYMOUS && wayBack.isPresent()) {
            throw new IllegalArgumentException(
                    "product anonymous has no way back (remove way_back, or ask for pseudonymised)");
        }
    }

    /** What the files of its delivery begin with. */
    public String fileName() {
        String label = product == Product.PSEUDONYMISED ? "-" + product.code() : "";
        return id + "-" + question.period() + label;
    }

    /** The same text for requests that ask the same, however their files are written. */
    public String canonical() {
        return CanonicalRequest.of(this);
    }

    /** SHA-256 of {@link #canonical}, in hexadecimal digits. */
    public String hash() {
        return CanonicalRequest.hash(this);
    }
}
