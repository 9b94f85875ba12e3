package io.runstream.query.audit;

import io.runstream.api.request.RequestFields;
import io.runstream.error.RequestErrors;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What of the audit trail somebody wants to see.
 *
 * @param from the first moment
 * @param to the last moment
 * @param principal null for everybody
 * @param entity as entries have it, or {@code experiment:<id>} for what was made in one; null for all
 */
record AuditRequest(
        Instant from,
        Instant to,
        @Nullable String principal,
        @Nullable String entity) {
    private static final Duration BY_DEFAULT = Duration.ofDays(1);

    /** @throws io.runstream.error.ApiException 400 for what is no time */
    static AuditRequest from(RequestFields fields, Instant now) {
        return new AuditRequest(
                time(fields, "from", now.minus(BY_DEFAULT)),
                time(fields, "to", now),
                fields.optionalString("principal"),
                fields.optionalString("entity"));
    }

    /** Milliseconds since the epoch, or ISO 8601. */
    private static Instant time(RequestFields fields, String name, Instant otherwise) {
        String text = fields.optionalString(name);
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        try {
            return text.chars().allMatch(Character::isDigit)
                    ? Instant.ofEpochMilli(Long.parseLong(text))
                    : Instant.parse(text);
        } catch (DateTimeException | NumberFormatException e) {
            throw RequestErrors.wrongType(name, '"' + text + '"', "a time");
        }
    }

    boolean wants(AuditEntry entry) {
        Instant time = Instant.parse(entry.time());
        return !time.isBefore(from)
                && !time.isAfter(to)
                && (principal == null || principal.equals(entry.principal()))
                && (entity == null
                        || entity.equals(entry.entity())
                        || entity.equals("experiment:" + entry.experiment()));
    }
}
