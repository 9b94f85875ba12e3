package io.runstream.ingest.run;

import io.runstream.id.RunId;
import io.runstream.id.RunNames;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** What a new run gets if it brings nothing along. */
@ApplicationScoped
class RunIdentities {
    RunId newId() {
        return new RunId(UUID.randomUUID());
    }

    String newName() {
        return RunNames.generate(ThreadLocalRandom.current());
    }
}
