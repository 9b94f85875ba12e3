package io.runstream.routes.sample.clash;

import io.runstream.kit.access.Guard;
import io.runstream.kit.access.Guarded;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/api/items/{name}")
@Guarded(Guard.AUTHENTICATED)
public class ClashingResource {
    @GET
    public String item() {
        return "";
    }
}
