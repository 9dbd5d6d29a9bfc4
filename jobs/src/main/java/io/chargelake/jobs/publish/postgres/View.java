package io.chargelake.jobs.publish.postgres;

/** A view, and a sentence about it. The sentence ends with what tells that the view is ours and still the same. */
record View(String schema, String name, String query, String meaning) {
    static final String MARK = "[made by chargelake ";

    String qualified() {
        return Name.of(schema, name);
    }

    String create() {
        return "CREATE VIEW " + qualified() + " AS\n" + query;
    }

    String comment() {
        return meaning + " " + MARK + Name.hash(query + meaning) + "]";
    }

    String commentOn() {
        return "COMMENT ON VIEW " + qualified() + " IS " + Name.literal(comment());
    }
}
