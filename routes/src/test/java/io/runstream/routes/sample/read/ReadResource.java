package io.runstream.routes.sample.read;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/")
public class ReadResource {
    @GET
    public String home() {
        return "";
    }

    @GET
    @Path("api/items/{id}")
    public String item() {
        return "";
    }
}
