package io.runstream.routes.sample.read;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/api/open")
public class OpenResource {
    @GET
    public String item() {
        return "";
    }
}
