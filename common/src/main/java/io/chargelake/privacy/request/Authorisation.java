package io.chargelake.privacy.request;

/** Who allowed that pseudonyms of a delivery can be turned back into ids, and for what. */
public record Authorisation(String by, String reason) {
    public Authorisation {
        Words.requireLine("way_back.authorised_by", by);
        Words.requireLine("way_back.reason", reason);
    }
}
