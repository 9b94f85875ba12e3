package io.runstream.routes.sample.read;

import io.runstream.kit.access.Guard;
import io.runstream.kit.access.Guarded;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/")
@Guarded(Guard.EXPERIMENT_READ)
public class ReadResource {
    @GET
    @Guarded(Guard.PUBLIC)
    public String home() {
        return "";
    }

    @GET
    @Path("api/items/{id}")
    public String item() {
        return "";
    }
}
