package io.runstream.query.projection;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import io.runstream.event.v1.TrackingEvent;
import java.util.Objects;

/** Writes events as a version to come would: with fields and kinds that today's schema does not have. */
final class NewerSchema {
    private static final String ADDED = "from_the_future";
    private static final int ADDED_NUMBER = 900;
    private static final int NEW_KIND_NUMBER = 999;

    private final Descriptor event;

    NewerSchema() {
        FileDescriptor today = TrackingEvent.getDescriptor().getFile();
        FileDescriptorProto.Builder newer = today.toProto().toBuilder();
        newer.getMessageTypeBuilderList().forEach(message -> message.addField(text(ADDED, ADDED_NUMBER)));
        newer.addMessageType(DescriptorProto.newBuilder().setName("NewKind").addField(text("run_id", 1)));
        newer.getMessageTypeBuilderList().stream()
                .filter(message -> message.getName().equals("TrackingEvent"))
                .forEach(message -> message.addField(FieldDescriptorProto.newBuilder()
                        .setName("new_kind")
                        .setNumber(NEW_KIND_NUMBER)
                        .setLabel(Label.LABEL_OPTIONAL)
                        .setType(Type.TYPE_MESSAGE)
                        .setTypeName(".runstream.event.v1.NewKind")
                        .setOneofIndex(0)));
        try {
            this.event = FileDescriptor.buildFrom(
                            newer.build(), today.getDependencies().toArray(FileDescriptor[]::new))
                    .findMessageTypeByName("TrackingEvent");
        } catch (DescriptorValidationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FieldDescriptorProto text(String name, int number) {
        return FieldDescriptorProto.newBuilder()
                .setName(name)
                .setNumber(number)
                .setLabel(Label.LABEL_OPTIONAL)
                .setType(Type.TYPE_STRING)
                .build();
    }

    /** The same event, and something more in it and in what it holds. */
    byte[] withMore(TrackingEvent known) {
        DynamicMessage.Builder newer = parse(known).toBuilder();
        FieldDescriptor content =
                newer.getOneofFieldDescriptor(event.getOneofs().getFirst());
        DynamicMessage inner = (DynamicMessage) newer.getField(Objects.requireNonNull(content));
        newer.setField(content, add(inner.toBuilder()));
        return add(newer).toByteArray();
    }

    /** An event of a kind that nobody knows today. */
    byte[] newKind(String runId) {
        FieldDescriptor kind = event.findFieldByNumber(NEW_KIND_NUMBER);
        DynamicMessage.Builder content = DynamicMessage.newBuilder(kind.getMessageType());
        content.setField(kind.getMessageType().findFieldByNumber(1), runId);
        return DynamicMessage.newBuilder(event)
                .setField(kind, content.build())
                .build()
                .toByteArray();
    }

    private DynamicMessage parse(TrackingEvent known) {
        try {
            return DynamicMessage.parseFrom(event, known.toByteArray());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DynamicMessage add(DynamicMessage.Builder message) {
        return message.setField(message.getDescriptorForType().findFieldByName(ADDED), "more")
                .build();
    }
}
