package io.runstream.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** For {@code @WithTestResource}: a broker without topics, as {@code kafka.bootstrap.servers}. */
public final class KafkaBackend implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        TestKafka kafka = TestKafka.shared();
        kafka.deleteAllTopics();
        return Map.of("kafka.bootstrap.servers", kafka.bootstrapServers());
    }

    /** The broker stays for the next test. */
    @Override
    public void stop() {}
}
