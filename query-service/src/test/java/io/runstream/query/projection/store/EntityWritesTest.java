package io.runstream.query.projection.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.runstream.event.v1.Reply;
import io.runstream.query.projection.fold.AnswerKey;
import io.runstream.query.projection.fold.StoredAnswer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EntityWritesTest {
    private static final long KEPT = Duration.ofDays(2).toMillis();

    private static StoredAnswer acceptedAt(long time) {
        return new StoredAnswer(ByteString.EMPTY, Reply.getDefaultInstance(), time);
    }

    @Test
    void answersAreForgottenByTheEarliestEventOfTheirPartition() {
        Tuple forgotten = EntityWrites.answersToForget(Map.of(
                new AnswerKey(0, "a"), acceptedAt(KEPT + 9_000),
                new AnswerKey(0, "b"), acceptedAt(KEPT + 1_000),
                new AnswerKey(1, "c"), acceptedAt(KEPT + 5_000)));

        assertThat(forgotten.getArrayOfIntegers(0)).containsExactly(0, 1);
        assertThat(forgotten.getArrayOfLongs(1)).containsExactly(1_000L, 5_000L);
    }
}
