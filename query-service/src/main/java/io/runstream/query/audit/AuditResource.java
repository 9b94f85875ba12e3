package io.runstream.query.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.runstream.api.request.RequestFields;
import io.runstream.kit.access.Guard;
import io.runstream.kit.access.Guarded;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;

/** Who did what, and when: a line of JSON for each. However long it is, a few records are in memory. */
@Path("/api/2.0/runstream/audit")
@Guarded(Guard.ADMINISTRATOR)
@RunOnVirtualThread
public class AuditResource {
    private final AuditLog log;
    private final Clock clock;
    private final ObjectWriter json;

    AuditResource(AuditLog log, Clock clock, ObjectMapper json) {
        this.log = log;
        this.clock = clock;
        this.json = json.writerFor(AuditEntry.class);
    }

    @GET
    @Produces("application/x-ndjson")
    public StreamingOutput read(@Context UriInfo uri) {
        AuditRequest request = AuditRequest.from(RequestFields.ofQuery(uri.getQueryParameters()), clock.instant());
        return out -> log.read(request, entry -> {
            out.write(json.writeValueAsBytes(entry));
            out.write('\n');
        });
    }
}
