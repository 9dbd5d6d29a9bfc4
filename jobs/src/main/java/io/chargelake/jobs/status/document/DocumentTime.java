package io.chargelake.jobs.status.document;

import io.chargelake.time.LocalMoment;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a document was polled: what it says itself, else its file's name. Times without an offset are the zone's, but for a
 * name's with a Z. */
final class DocumentTime {
    private static final Pattern IN_NAME = Pattern.compile("(?<!\\d)(\\d{8}[_T-]?\\d{6})(?!\\d)(Z?)");
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private final String fileName;
    private final ZoneId zone;

    DocumentTime(String fileName, ZoneId zone) {
        this.fileName = fileName;
        this.zone = zone;
    }

    /**
     * @param stated the document's own words, null where it has none
     * @param into told of a local time that came twice
     */
    long second(String stated, Block into) throws Refusal {
        return stated == null || stated.isBlank() ? ofName(into) : ofWords(stated.strip(), into);
    }

    private long ofWords(String words, Block into) throws Refusal {
        String iso = words.replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) ", "$1T");
        try {
            return OffsetDateTime.parse(iso).toEpochSecond();
        } catch (DateTimeException withoutOffset) {
            try {
                return resolve(LocalDateTime.parse(iso), into);
            } catch (DateTimeException e) {
                throw new Refusal(DocumentRules.UNPARSEABLE_TIME, "its timestamp '" + words + "' is no point in time");
            }
        }
    }

    private long ofName(Block into) throws Refusal {
        LocalDateTime time = nameTime()
                .orElseThrow(() -> new Refusal(
                        DocumentRules.NO_TIME, "it has no timestamp, and its name holds no time (yyyyMMdd_HHmmss)"));
        return isNameUtc() ? time.toEpochSecond(ZoneOffset.UTC) : resolve(time, into);
    }

    private boolean isNameUtc() {
        Matcher found = IN_NAME.matcher(fileName);
        return found.find() && !found.group(2).isEmpty();
    }

    private Optional<LocalDateTime> nameTime() {
        Matcher found = IN_NAME.matcher(fileName);
        if (!found.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(found.group(1).replaceAll("\\D", ""), NAME));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private long resolve(LocalDateTime local, Block into) throws Refusal {
        LocalMoment moment = LocalMoment.of(local, zone);
        if (moment.kind() == LocalMoment.Kind.NONE) {
            throw new Refusal(
                    DocumentRules.NONEXISTENT_LOCAL_TIME, "the clock of " + zone + " was set forward over " + local);
        }
        if (moment.kind() == LocalMoment.Kind.TWO) {
            into.note(DocumentRules.AMBIGUOUS_LOCAL_TIME, fileName + " " + local);
        }
        return moment.moment().getEpochSecond();
    }
}
