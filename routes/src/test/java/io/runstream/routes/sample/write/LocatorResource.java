package io.runstream.routes.sample.write;

import jakarta.ws.rs.Path;

@Path("/api/whole")
public class LocatorResource {
    @Path("part")
    public Object part() {
        return new WriteResource();
    }
}
