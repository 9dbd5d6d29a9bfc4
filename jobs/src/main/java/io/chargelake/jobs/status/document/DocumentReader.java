package io.chargelake.jobs.status.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Bytes of one file to what it holds, all of it or nothing. The bytes are all there before anything is parsed, so that a fault of the
 * storage fails the task and is never taken for a fault of the file; what they unpack to is streamed.
 */
final class DocumentReader {
    private static final int GZIP_MAGIC = 0x1F8B;

    private final DocumentFormat format;
    private final ZoneId zone;

    DocumentReader(DocumentFormat format, ZoneId zone) {
        this.format = format;
        this.zone = zone;
    }

    List<Block> read(String fileName, byte[] bytes) throws Refusal {
        if (bytes.length == 0) {
            throw new Refusal(DocumentRules.UNREADABLE_FILE, "it is empty");
        }
        try (InputStream plain = plain(bytes);
                JsonParser json = Json.MAPPER.getFactory().createParser(plain)) {
            List<Block> blocks = format.read(json, new DocumentTime(fileName, zone));
            requireEnd(json);
            return blocks;
        } catch (IOException e) {
            throw new Refusal(DocumentRules.UNREADABLE_FILE, firstLine(e));
        }
    }

    private static InputStream plain(byte[] bytes) throws IOException {
        InputStream in = new ByteArrayInputStream(bytes);
        boolean isGzip = bytes.length > 1 && ((bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF)) == GZIP_MAGIC;
        return isGzip ? new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16) : in;
    }

    private static void requireEnd(JsonParser json) throws IOException, Refusal {
        JsonToken next = json.nextToken();
        if (next != null) {
            throw new Refusal(DocumentRules.UNREADABLE_FILE, "something follows its end (" + next + ")");
        }
    }

    /** Jackson's further lines are about its own source objects. */
    private static String firstLine(IOException e) {
        String message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
