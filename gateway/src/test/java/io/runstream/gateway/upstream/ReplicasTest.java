package io.runstream.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReplicasTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final Replicas replicas = new Replicas(
            List.of(URI.create("http://a:1"), URI.create("http://b:2"), URI.create("https://c")),
            Duration.ofSeconds(1),
            now::get);

    @Test
    void eachReplicaHasItsTurn() {
        assertThat(List.of(first(), first(), first(), first()))
                .containsExactly("http://a:1", "http://b:2", "https://c", "http://a:1");
    }

    @Test
    void anUnreachableOneComesLastUntilItsTimeIsOver() {
        // Given
        Replica gone = replicas.inTurn().getFirst();
        // When
        replicas.unreachable(gone, new ConnectException("refused"));
        // Then
        assertThat(replicas.wanted()).isEqualTo(2);
        for (int i = 0; i < 3; i++) {
            assertThat(replicas.inTurn()).hasSize(3).last().isEqualTo(gone);
        }
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(replicas.wanted()).isEqualTo(3);
    }

    @Test
    void oneThatTakesAConnectionIsBackAtOnce() {
        Replica gone = replicas.inTurn().getFirst();
        replicas.unreachable(gone, new ConnectException("refused"));
        replicas.reached(gone);
        assertThat(replicas.wanted()).isEqualTo(3);
    }

    @Test
    void knowsHostPortAndWhetherToUseTls() {
        Replica secure = replicas.inTurn().get(2);
        assertThat(secure.host()).isEqualTo("c");
        assertThat(secure.port()).isEqualTo(443);
        assertThat(secure.isTls()).isTrue();
    }

    @Test
    void refusesWhatIsNoAddress() {
        assertThatThrownBy(() -> new Replica(URI.create("query:8080")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A replica's address is http://host:port, not query:8080 (runstream.gateway.*)");
    }

    private String first() {
        return replicas.inTurn().getFirst().toString();
    }
}
