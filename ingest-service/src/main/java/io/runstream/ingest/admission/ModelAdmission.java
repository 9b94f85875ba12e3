package io.runstream.ingest.admission;

import io.quarkus.runtime.Startup;
import io.runstream.access.Need;
import io.runstream.access.Securable;
import io.runstream.error.ApiException;
import io.runstream.error.ErrorCode;
import io.runstream.error.LoggedModelErrors;
import io.runstream.event.EventKeys;
import io.runstream.event.v1.Created;
import io.runstream.event.v1.DescribeLoggedModel;
import io.runstream.event.v1.Reply;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.id.ExperimentId;
import io.runstream.id.LoggedModelId;
import io.runstream.ingest.IngestConfig;
import io.runstream.ingest.log.Announcements;
import io.runstream.ingest.log.EventWriter;
import io.runstream.ingest.log.Overheard;
import io.runstream.kit.access.AccessControl;
import io.runstream.kit.access.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;

/**
 * Says whether a logged model is there, and whether the caller may, before something is written to it. MLflow lets a
 * deleted one be written to, so that once known to be there is known for good.
 *
 * <p>From the start it hears what other instances were told, and what they create.
 */
@Startup
@ApplicationScoped
public class ModelAdmission {
    private final StateCache<LoggedModelId, KnownModel> models;
    private final EventWriter events;
    private final Announcements announcements;
    private final AccessControl access;

    @Inject
    ModelAdmission(
            IngestConfig config,
            EventWriter events,
            Announcements announcements,
            AccessControl access,
            Overheard overheard) {
        this.events = events;
        this.announcements = announcements;
        this.access = access;
        this.models = StateCache.lasting(config.admission(), this::describe);
        overheard.listen(new Ear());
    }

    /**
     * @return fails with 404 unless the model is there, with 403 unless the caller may
     * @throws io.runstream.error.ApiException 404 if no model can have that id
     */
    public Uni<LoggedModelId> existing(String id, Caller caller, Need need) {
        return permitted(models.get(LoggedModelId.parse(id)), caller, need);
    }

    /**
     * For what says too whether the model is there, or doesn't care: who may do everything goes on at once.
     *
     * @return fails with 404 unless the model is there, with 403 unless the caller may
     * @throws io.runstream.error.ApiException 404 if no model can have that id
     */
    public Uni<LoggedModelId> permitted(String id, Caller caller, Need need) {
        return access.mayDoEverything(caller)
                ? Uni.createFrom().item(LoggedModelId.parse(id))
                : existing(id, caller, need);
    }

    private Uni<LoggedModelId> permitted(Uni<KnownModel> model, Caller caller, Need need) {
        return model.call(found -> access.require(
                        caller,
                        need,
                        new Securable.Experiment(found.experiment().value())))
                .map(KnownModel::id);
    }

    /** @return fails with 400 unless all of the models that metrics name are there, with 403 unless the caller may */
    public Uni<Void> allMeasured(Collection<String> ids, Caller caller) {
        return all(ids.stream().map(id -> measured(id, caller)).toList());
    }

    private Uni<LoggedModelId> measured(String text, Caller caller) {
        return LoggedModelId.find(text)
                .map(id -> permitted(models.get(id), caller, Need.UPDATE)
                        .onFailure(ModelAdmission::isNotFound)
                        .transform(notFound -> LoggedModelErrors.measuredNotFound(text)))
                .orElseGet(() -> Uni.createFrom().failure(LoggedModelErrors.measuredNotFound(text)));
    }

    /** For what runs read and make; who may do everything may name what is not there, as to MLflow. */
    public Uni<Void> allLinked(Collection<String> ids, Caller caller) {
        return access.mayDoEverything(caller)
                ? all(List.of())
                : all(ids.stream()
                        .filter(id -> !id.isEmpty())
                        .distinct()
                        .map(id -> existing(id, caller, Need.UPDATE))
                        .toList());
    }

    private static Uni<Void> all(List<Uni<LoggedModelId>> models) {
        return models.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(models).andFailFast().replaceWithVoid();
    }

    private static boolean isNotFound(Throwable failure) {
        return failure instanceof ApiException refusal && refusal.code() == ErrorCode.RESOURCE_DOES_NOT_EXIST;
    }

    /** A model that this instance has just created. */
    public void created(LoggedModelId id, ExperimentId experiment, long acceptedAt) {
        models.put(id, new KnownModel(id, experiment));
        announcements.created(Created.newBuilder()
                .setLoggedModelId(id.toString())
                .setExperimentId(experiment.value())
                .setAcceptedAt(acceptedAt)
                .build());
    }

    private final class Ear implements Overheard.Listener {
        @Override
        public void verdict(Reply verdict) {
            if (verdict.hasLoggedModel()) {
                heard(KnownModel.from(verdict.getLoggedModel()));
            }
        }

        @Override
        public void created(Created what) {
            if (what.hasLoggedModelId()) {
                heard(KnownModel.from(what));
            }
        }

        private void heard(KnownModel model) {
            models.put(model.id(), model);
        }
    }

    private Uni<KnownModel> describe(LoggedModelId id) {
        TrackingEvent.Builder question = TrackingEvent.newBuilder()
                .setDescribeLoggedModel(DescribeLoggedModel.newBuilder().setModelId(id.toString()));
        return events.ask(EventKeys.ofModel(id), question).map(reply -> KnownModel.from(reply.getLoggedModel()));
    }
}
