package io.chargelake.jobs.status.document;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.List;

/** How an API writes down a poll. */
interface DocumentFormat {

    /**
     * Reads one document to its end. What is broken inside it is refused in its block; an exception refuses the whole.
     *
     * @param json before its first token
     */
    List<Block> read(JsonParser json, DocumentTime time) throws IOException, Refusal;
}
