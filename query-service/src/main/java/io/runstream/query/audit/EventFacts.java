package io.runstream.query.audit;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.Message;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An event of either topic, by the names of its fields: so kinds that a later version has are told as well, and nothing is that
 * is not asked for here, digests of passwords above all.
 */
record EventFacts(String action, Message body) {
    /** @return null if this version knows nothing of what the event says */
    static @Nullable EventFacts of(Message event) {
        OneofDescriptor kinds = event.getDescriptorForType().getOneofs().get(0);
        FieldDescriptor kind = event.getOneofFieldDescriptor(kinds);
        return kind == null ? null : new EventFacts(kind.getName(), (Message) event.getField(kind));
    }

    /** Questions change nothing. */
    boolean isQuestion() {
        return action.startsWith("describe_");
    }

    /** See {@link AuditEntry#entity()}. */
    String entity() {
        if (action.contains("registered_model") || action.contains("model_version")) {
            return "registered-model:" + text("name");
        }
        String run = text("run_id");
        String model = text("model_id");
        String experiment = text("experiment_id");
        if (run != null) {
            return "run:" + run;
        }
        if (model != null) {
            return "logged-model:" + model;
        }
        if (experiment != null) {
            return "experiment:" + experiment;
        }
        if (message("target") != null) {
            return new EventFacts(action, Objects.requireNonNull(message("target"))).target();
        }
        if (text("username") != null) {
            return "user:" + text("username");
        }
        return action.contains("experiment") ? "experiment" : "all";
    }

    private String target() {
        String model = text("registered_model");
        if (model != null) {
            return "registered-model:" + model;
        }
        return text("experiment_id") == null ? "all" : "experiment:" + text("experiment_id");
    }

    /** @return null if the event has no such field, or it is not set */
    @Nullable
    String text(String field) {
        FieldDescriptor found = body.getDescriptorForType().findFieldByName(field);
        boolean absent = found == null || found.hasPresence() && !body.hasField(found);
        return absent ? null : String.valueOf(body.getField(Objects.requireNonNull(found)));
    }

    private @Nullable Message message(String field) {
        FieldDescriptor found = body.getDescriptorForType().findFieldByName(field);
        return found == null || !body.hasField(found) ? null : (Message) body.getField(found);
    }
}
