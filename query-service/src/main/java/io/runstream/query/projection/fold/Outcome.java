package io.runstream.query.projection.fold;

import io.runstream.event.v1.Done;
import io.runstream.event.v1.ExperimentState;
import io.runstream.event.v1.LoggedModelState;
import io.runstream.event.v1.Rejection;
import io.runstream.event.v1.Reply;
import io.runstream.event.v1.RunState;

/** What became of one entry of the log. */
public sealed interface Outcome {
    /** It took effect, or was answered. */
    record Applied(Reply reply) implements Outcome {
        static final Applied DONE = new Applied(
                Reply.newBuilder().setDone(Done.getDefaultInstance()).build());

        static Applied with(RunState run) {
            return new Applied(Reply.newBuilder().setRun(run).build());
        }

        static Applied with(LoggedModelState model) {
            return new Applied(Reply.newBuilder().setLoggedModel(model).build());
        }

        static Applied with(ExperimentState experiment) {
            return new Applied(Reply.newBuilder().setExperiment(experiment).build());
        }
    }

    /** A command that the state did not allow. Nothing changed. */
    record Refused(Rejection rejection) implements Outcome {}

    /**
     * A kind of event that this version does not know. It is kept for one that does, so whoever sent it is told nothing: it may
     * yet take effect.
     *
     * @param reason for operators
     */
    record Unknown(String reason) implements Outcome {}

    /**
     * It can't be applied, now or ever.
     *
     * @param reason for operators
     */
    record DeadLettered(String reason) implements Outcome {}
}
