package io.runstream.routes.sample.homeless;

import io.runstream.kit.access.Guard;
import io.runstream.kit.access.Guarded;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/lost")
@Guarded(Guard.AUTHENTICATED)
public class HomelessResource {
    @GET
    public String item() {
        return "";
    }
}
