package io.runstream.ingest.log;

import io.quarkus.runtime.StartupEvent;
import io.runstream.kit.log.TopicProvisioner;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Without a log there is nothing to serve: the start ends, with a sentence, before anybody tries to write. */
@Singleton
final class LogStartup {
    /** Before whoever has something to write at the start, which is tried again and again. */
    private static final int FIRST = 1000;

    void require(@Observes @Priority(FIRST) StartupEvent start, TopicProvisioner topics) {
        topics.ensureTopics();
    }
}
