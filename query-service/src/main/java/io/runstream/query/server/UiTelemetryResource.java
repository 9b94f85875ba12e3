package io.runstream.query.server;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.runstream.kit.access.Guard;
import io.runstream.kit.access.Guarded;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** MLflow's web page wants to report how it is used. Nobody here wants to know, and it is told so. */
@Path("/api/3.0/mlflow/ui-telemetry")
@Produces(MediaType.APPLICATION_JSON)
@Guarded(Guard.AUTHENTICATED)
public class UiTelemetryResource {
    private static final Settings OFF = new Settings(List.of(), true, 0);
    private static final Taken DISABLED = new Taken("disabled");

    record Settings(
            @JsonProperty("disable_ui_events") List<String> disableUiEvents,
            @JsonProperty("disable_ui_telemetry") boolean disableUiTelemetry,
            @JsonProperty("ui_rollout_percentage") int uiRolloutPercentage) {}

    record Taken(@JsonProperty("status") String status) {}

    @GET
    public Settings settings() {
        return OFF;
    }

    /** Whatever is sent is dropped unread. */
    @POST
    public Taken drop() {
        return DISABLED;
    }
}
