package io.runstream.routes.sample.write;

import io.runstream.kit.access.Guard;
import io.runstream.kit.access.Guarded;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

@Path("/api/items/")
@Guarded(Guard.EXPERIMENT_UPDATE)
public class WriteResource {
    @PATCH
    @POST
    @Path("/{id}")
    public void change() {}

    @PUT
    @Path("{name: .+}/body")
    public void put() {}
}
