package io.runstream.routes.sample.clash;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/api/items/{name}")
public class ClashingResource {
    @GET
    public String item() {
        return "";
    }
}
