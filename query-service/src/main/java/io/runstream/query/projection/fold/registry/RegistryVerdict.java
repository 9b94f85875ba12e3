package io.runstream.query.projection.fold.registry;

import io.runstream.event.v1.Done;
import io.runstream.event.v1.Rejection;
import io.runstream.event.v1.Reply;

/** What became of a command on the registry. */
public sealed interface RegistryVerdict {
    /** It took effect. */
    record Granted(Reply reply) implements RegistryVerdict {
        static final Granted DONE = new Granted(
                Reply.newBuilder().setDone(Done.getDefaultInstance()).build());

        static Granted deleted(RegisteredModelRow model) {
            return new Granted(Reply.newBuilder()
                    .setDone(Done.newBuilder().setRegisteredModelCreatedAt(model.creationTime()))
                    .build());
        }
    }

    /** The state did not allow it. Nothing changed. */
    record Refused(Rejection rejection) implements RegistryVerdict {}
}
