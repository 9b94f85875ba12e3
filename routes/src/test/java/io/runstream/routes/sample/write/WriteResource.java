package io.runstream.routes.sample.write;

import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

@Path("/api/items/")
public class WriteResource {
    @PATCH
    @POST
    @Path("/{id}")
    public void change() {}

    @PUT
    @Path("{name: .+}/body")
    public void put() {}
}
