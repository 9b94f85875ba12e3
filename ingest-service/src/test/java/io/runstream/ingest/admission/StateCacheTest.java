package io.runstream.ingest.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runstream.error.ApiException;
import io.runstream.error.RunErrors;
import io.runstream.error.ServiceErrors;
import io.runstream.ingest.IngestConfig;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class StateCacheTest {
    private final AtomicLong nanos = new AtomicLong();
    private final List<String> asked = new ArrayList<>();
    private Function<String, Uni<String>> answer = key -> Uni.createFrom().item("state");
    private final StateCache<String, String> cache = new StateCache<>(config(), this::ask, nanos::get);

    private static IngestConfig.Admission config() {
        return new IngestConfig.Admission() {
            @Override
            public int maxEntries() {
                return 10;
            }

            @Override
            public Duration refreshAfter() {
                return Duration.ofSeconds(4);
            }

            @Override
            public Duration expireAfter() {
                return Duration.ofSeconds(8);
            }

            @Override
            public Duration maxWait() {
                return Duration.ofMillis(20);
            }
        };
    }

    private Uni<String> ask(String key) {
        asked.add(key);
        return answer.apply(key);
    }

    private String get(String key) {
        return cache.get(key).await().indefinitely();
    }

    private void pass(int seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    @Test
    void youngEntryIsUsedWithoutAsking() {
        cache.put("a", "known");
        pass(4);

        assertThat(get("a")).isEqualTo("known");
        assertThat(asked).isEmpty();
    }

    @Test
    void olderEntryIsUsedAndAskedForAnew() {
        cache.put("a", "known");
        pass(5);

        assertThat(get("a")).isEqualTo("known");
        assertThat(asked).containsExactly("a");
        assertThat(get("a")).isEqualTo("state");
        assertThat(asked).containsExactly("a");
    }

    @Test
    void oldEntryIsNotUsedBeforeTheAnswer() {
        cache.put("a", "known");
        pass(9);

        assertThat(cache.peek("a")).isNull();
        assertThat(get("a")).isEqualTo("state");
    }

    @Test
    void oldEntryIsUsedWhenThereIsNoAnswer() {
        cache.put("a", "known");
        pass(9);
        answer = key -> Uni.createFrom().failure(ServiceErrors.noVerdict());

        assertThat(get("a")).isEqualTo("known");
        assertThat(get("a")).isEqualTo("known");
        assertThat(asked).containsExactly("a");
    }

    @Test
    void oldEntryIsUsedWhenTheAnswerTakesTooLong() {
        cache.put("a", "known");
        pass(9);
        answer = key -> Uni.createFrom().nothing();

        assertThat(get("a")).isEqualTo("known");
        assertThat(cache.peek("a")).isEqualTo("known");
    }

    @Test
    void whatIsHeardOfIsKnown() {
        cache.hear("a", "heard", known -> false);

        assertThat(get("a")).isEqualTo("heard");
        assertThat(asked).isEmpty();
    }

    @Test
    void whatIsHeardOfReplacesOnlyWhatIsOlder() {
        cache.put("a", "2");
        cache.put("b", "2");

        cache.hear("a", "3", known -> "3".compareTo(known) > 0);
        cache.hear("b", "1", known -> "1".compareTo(known) > 0);

        assertThat(get("a")).isEqualTo("3");
        assertThat(get("b")).isEqualTo("2");
    }

    @Test
    void whatIsHeardOfWhileItIsAskedForNeedsNoAnswer() {
        answer = key -> {
            cache.hear(key, "heard", known -> false);
            return Uni.createFrom().nothing();
        };

        assertThat(get("a")).isEqualTo("heard");
    }

    @Test
    void lateAnswerIsWaitedForWhereNothingIsKnown() {
        answer = key -> Uni.createFrom()
                .item("late")
                .onItem()
                .delayIt()
                .by(config().maxWait().multipliedBy(3));

        assertThat(get("a")).isEqualTo("late");
        assertThat(asked).containsExactly("a");
    }

    @Test
    void whatIsGoneIsForgotten() {
        cache.put("a", "known");
        pass(5);
        answer = key -> Uni.createFrom().failure(RunErrors.notFound(key));
        get("a");

        assertThatThrownBy(() -> get("a")).isInstanceOf(ApiException.class).hasMessage("Run with id=a not found");
    }

    @Test
    void whatWasNotThereIsAskedForAgain() {
        answer = key -> Uni.createFrom().failure(RunErrors.notFound(key));
        assertThatThrownBy(() -> get("a")).isInstanceOf(ApiException.class);
        answer = key -> Uni.createFrom().item("created");

        assertThat(get("a")).isEqualTo("created");
    }
}
