package io.runstream.query.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * That somebody asked for something, and was let.
 *
 * @param time of acceptance, ISO 8601 in UTC
 * @param principal empty if nobody was asked for their name, or the server did it of itself
 * @param action the event's name in tracking.proto or access.proto: {@code data_logged}, {@code permission_granted}
 * @param entity {@code run:<id>}, {@code logged-model:<id>}, {@code experiment:<id>}, {@code registered-model:<name>},
 *     {@code user:<name>}; {@code experiment} where it had no id yet
 * @param experiment where the run or logged model was made
 * @param name that it was to get
 * @param user who was granted or lost a permission
 * @param permission that was granted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditEntry(
        @JsonProperty("time") String time,
        @JsonProperty("principal") String principal,
        @JsonProperty("action") String action,
        @JsonProperty("entity") String entity,
        @JsonProperty("experiment") @Nullable String experiment,
        @JsonProperty("name") @Nullable String name,
        @JsonProperty("version") @Nullable String version,
        @JsonProperty("user") @Nullable String user,
        @JsonProperty("permission") @Nullable String permission,
        @JsonProperty("topic") String topic,
        @JsonProperty("partition") int partition,
        @JsonProperty("offset") long offset) {}
