package io.runstream.query.projection.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;
import io.runstream.event.v1.Idempotency;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.event.v1.TrackingEvent.EventCase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnstorableTextTest {
    private static final String RUN_ID = "run_id";

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EVENT_NOT_SET")
    void theNulCharacterIsFoundInEveryTextOfEveryKind(EventCase kind) {
        FieldDescriptor field = TrackingEvent.getDescriptor().findFieldByNumber(kind.getNumber());

        for (Message content :
                withTheNulCharacterSomewhere(TrackingEvent.newBuilder().newBuilderForField(field))) {
            TrackingEvent event =
                    TrackingEvent.newBuilder().setField(field, content).build();
            assertThat(UnstorableText.findIn(event)).as("%s", event).isEqualTo("a text holds U+0000");
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EVENT_NOT_SET")
    void nothingIsFoundWhereAllTextsAreEmpty(EventCase kind) {
        FieldDescriptor field = TrackingEvent.getDescriptor().findFieldByNumber(kind.getNumber());
        Message content = TrackingEvent.newBuilder().newBuilderForField(field).build();

        assertThat(UnstorableText.findIn(
                        TrackingEvent.newBuilder().setField(field, content).build()))
                .isNull();
    }

    @Test
    void theNulCharacterIsFoundInAnIdempotencyKey() {
        TrackingEvent event = TrackingEvent.newBuilder()
                .setIdempotency(Idempotency.newBuilder().setKey("a\0"))
                .build();

        assertThat(UnstorableText.findIn(event)).isEqualTo("a text holds U+0000");
    }

    /** A message for each of its texts, and those of the messages in it, with that one text unstorable. */
    private static List<Message> withTheNulCharacterSomewhere(Message.Builder empty) {
        List<Message> messages = new ArrayList<>();
        for (FieldDescriptor field : empty.getDescriptorForType().getFields()) {
            if (field.getJavaType() == JavaType.STRING && !field.getName().equals(RUN_ID)) {
                messages.add(with(empty, field, "a\0b"));
            } else if (field.getJavaType() == JavaType.MESSAGE) {
                for (Message inner : withTheNulCharacterSomewhere(empty.newBuilderForField(field))) {
                    messages.add(with(empty, field, inner));
                }
            }
        }
        return messages;
    }

    private static Message with(Message.Builder empty, FieldDescriptor field, Object value) {
        Message.Builder message = empty.clone();
        return field.isRepeated()
                ? message.addRepeatedField(field, value).build()
                : message.setField(field, value).build();
    }
}
