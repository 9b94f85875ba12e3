package io.runstream.query.server;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What is asked before anything else: is it there, which MLflow is it, what can it do. Waits for nothing. */
@Path("/")
public class ServerInfoResource {
    /** The version of MLflow whose API is served: clients decide by it what to send. */
    private static final String MLFLOW_VERSION = "3.17.2";

    private static final ServerInfo INFO =
            new ServerInfo("SqlStore", false, false, false, false, false, false, new ServerInfo.Features(false));

    @GET
    @Path("api/3.0/mlflow/server-info")
    @Produces(MediaType.APPLICATION_JSON)
    public ServerInfo info() {
        return INFO;
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
    public String version() {
        return MLFLOW_VERSION;
    }
}
