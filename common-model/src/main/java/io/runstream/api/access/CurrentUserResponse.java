package io.runstream.api.access;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Who the caller is.
 *
 * @param basicAuth whether they came with a password, which MLflow's page then lets them change
 */
public record CurrentUserResponse(
        UserInfo user, @JsonProperty("is_basic_auth") boolean basicAuth) {}
