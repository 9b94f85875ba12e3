package io.runstream.routes.sample.homeless;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/lost")
public class HomelessResource {
    @GET
    public String item() {
        return "";
    }
}
