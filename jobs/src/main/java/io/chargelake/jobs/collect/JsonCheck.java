package io.chargelake.jobs.collect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.chargelake.jobs.collect.http.Spool;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Whether an answer is one JSON object or list in UTF-8, and nothing else: only such a one can stand with others in an object without
 * making them unreadable. It is read to its end, in little memory.
 */
final class JsonCheck {
    private static final JsonFactory JSON = new JsonFactory();

    static boolean isDocument(Spool answer) {
        try (Reader text = new InputStreamReader(
                        answer.open(),
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT));
                JsonParser parser = JSON.createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT && first != JsonToken.START_ARRAY) {
                return false;
            }
            parser.skipChildren();
            return parser.currentToken() != null && parser.nextToken() == null;
        } catch (IOException e) {
            return false;
        }
    }

    private JsonCheck() {}
}
