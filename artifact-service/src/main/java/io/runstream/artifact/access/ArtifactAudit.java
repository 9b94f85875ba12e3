package io.runstream.artifact.access;

import io.runstream.artifact.ArtifactPath;
import io.runstream.kit.access.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says who changed which artifact. Artifacts are not in the event log, so this is a line in the service's own: by the logger
 * {@value #LOGGER}, of which a log pipeline can keep as much as the rules ask for. Silent while nobody is asked for their name.
 */
@ApplicationScoped
public class ArtifactAudit {
    static final String LOGGER = "io.runstream.audit.artifacts";

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);

    /** To be called when the store has it. */
    public void written(Caller caller, ArtifactPath path) {
        tell(caller, "artifact_written", path);
    }

    /** To be called when the store has removed it, and all below it. */
    public void deleted(Caller caller, ArtifactPath path) {
        tell(caller, "artifact_deleted", path);
    }

    /** A client may now write it to the store itself, in parts; whether it does is in the store's own log. */
    public void uploadBegun(Caller caller, ArtifactPath path) {
        tell(caller, "artifact_upload_begun", path);
    }

    private static void tell(Caller caller, String action, ArtifactPath path) {
        if (!caller.name().isEmpty()) {
            LOG.atInfo()
                    .addKeyValue("principal", caller.name())
                    .addKeyValue("action", action)
                    .addKeyValue("path", path.value())
                    .log("An artifact was changed");
        }
    }
}
