package io.runstream.artifact.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UploadSlotsTest {
    private final UploadSlots slots = new UploadSlots(2);
    private final List<Promise<String>> begun = new ArrayList<>();

    @Test
    void theNextBeginsWhenOneEndsHoweverItEnds() {
        // Given
        List<Future<String>> uploads = List.of(upload(), upload(), upload(), upload());
        assertThat(begun).hasSize(2);
        // When
        begun.get(0).complete("whole");
        begun.get(1).fail("broken off");
        // Then
        assertThat(begun).hasSize(4);
        assertThat(uploads.get(0).result()).isEqualTo("whole");
        assertThat(uploads.get(1).cause()).hasMessage("broken off");
        assertThat(uploads.get(2).isComplete()).isFalse();
    }

    @Test
    void aSlotThatNobodyWaitsForIsFreeAgain() {
        for (int i = 0; i < 3; i++) {
            upload();
            begun.get(i).complete("whole");
        }
        assertThat(begun).hasSize(3);
    }

    private Future<String> upload() {
        return slots.run(() -> {
            Promise<String> promise = Promise.promise();
            begun.add(promise);
            return promise.future();
        });
    }
}
