package io.runstream.query.server;

import io.runstream.kit.access.Guard;
import io.runstream.kit.access.Guarded;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What is asked before anything else: is it there, which MLflow is it, what can it do. Waits for nothing. */
@Path("/")
@Guarded(Guard.PUBLIC)
public class ServerInfoResource {
    /** The version of MLflow whose API is served: clients decide by it what to send. */
    private static final String MLFLOW_VERSION = "3.17.2";

    private final ServerInfo info;

    /** @param directAccess whether clients reach the artifact store themselves; artifact-service goes by the same setting */
    ServerInfoResource(
            @ConfigProperty(name = "runstream.artifact.presigned.enabled", defaultValue = "false")
                    boolean directAccess) {
        this.info = new ServerInfo(
                "SqlStore", false, false, directAccess, directAccess, false, false, new ServerInfo.Features(false));
    }

    @GET
    @Path("api/3.0/mlflow/server-info")
    @Produces(MediaType.APPLICATION_JSON)
    public ServerInfo info() {
        return info;
    }

    @GET
    @Path("health")
    @Produces(MediaType.TEXT_PLAIN)
    public String health() {
        return "OK";
    }

    @GET
    @Path("version")
    @Produces(MediaType.TEXT_HTML)
    @Guarded(Guard.AUTHENTICATED)
    public String version() {
        return MLFLOW_VERSION;
    }
}
