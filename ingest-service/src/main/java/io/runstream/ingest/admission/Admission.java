package io.runstream.ingest.admission;

import io.quarkus.runtime.Startup;
import io.runstream.access.Need;
import io.runstream.access.Securable;
import io.runstream.error.ExperimentErrors;
import io.runstream.error.RunErrors;
import io.runstream.event.EventKeys;
import io.runstream.event.v1.Created;
import io.runstream.event.v1.DescribeExperiment;
import io.runstream.event.v1.DescribeRun;
import io.runstream.event.v1.ExperimentState;
import io.runstream.event.v1.Reply;
import io.runstream.event.v1.RunState;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.id.ExperimentId;
import io.runstream.id.RunId;
import io.runstream.ingest.IngestConfig;
import io.runstream.ingest.log.Announcements;
import io.runstream.ingest.log.EventWriter;
import io.runstream.ingest.log.Overheard;
import io.runstream.kit.access.AccessControl;
import io.runstream.kit.access.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Says whether a run or an experiment is there and active, and whether the caller may, before something is written to it.
 * What is not known is asked for through the log itself, so that the answer covers everything that was accepted before.
 *
 * <p>From the start it hears what other instances were told, and what they create.
 */
@Startup
@ApplicationScoped
public class Admission {
    private final StateCache<RunId, KnownRun> runs;
    private final StateCache<ExperimentId, KnownExperiment> experiments;
    private final EventWriter events;
    private final Announcements announcements;
    private final AccessControl access;

    @Inject
    Admission(
            IngestConfig config,
            EventWriter events,
            Announcements announcements,
            AccessControl access,
            Overheard overheard) {
        this.events = events;
        this.announcements = announcements;
        this.access = access;
        this.runs = new StateCache<>(config.admission(), this::describe, System::nanoTime);
        this.experiments = new StateCache<>(config.admission(), this::describe, System::nanoTime);
        overheard.listen(new Ear());
    }

    /**
     * For what changes a run.
     *
     * @return fails with 404 unless the run is there, with 403 unless the caller may, with 400 unless it is active
     * @throws io.runstream.error.ApiException 404 if no run can have that id
     */
    public Uni<AdmittedRun> activeRun(String text, Caller caller) {
        RunId id = RunId.parse(text);
        KnownRun run = runs.peek(id);
        KnownExperiment experiment = run == null ? null : experiments.peek(run.experiment());
        if (run != null && experiment != null && access.mayDoEverything(caller)) {
            return Uni.createFrom().item(checked(id, run, experiment));
        }
        return runs.get(id)
                .call(found -> require(caller, Need.UPDATE, found.experiment()))
                .chain(found -> experiments.get(found.experiment()).map(its -> checked(id, found, its)));
    }

    /**
     * For commands whose verdict says too whether the run is there: who may do everything goes there at once.
     *
     * @return fails with 404 unless the run is there, with 403 unless the caller may
     * @throws io.runstream.error.ApiException 404 if no run can have that id
     */
    public Uni<RunId> permittedRun(String text, Caller caller, Need need) {
        RunId id = RunId.parse(text);
        return access.mayDoEverything(caller)
                ? Uni.createFrom().item(id)
                : runs.get(id)
                        .call(run -> require(caller, need, run.experiment()))
                        .replaceWith(id);
    }

    /** Fails with 403 unless the caller may, whether there is such an experiment or not. */
    public Uni<Void> require(Caller caller, Need need, ExperimentId experiment) {
        return access.require(caller, need, new Securable.Experiment(experiment.value()));
    }

    private static AdmittedRun checked(RunId id, KnownRun run, KnownExperiment experiment) {
        boolean deleted = experiment.overrules(run) ? experiment.deleted() : run.deleted();
        if (deleted) {
            throw RunErrors.notActive(id.toString());
        }
        return new AdmittedRun(id, experiment);
    }

    /**
     * For what is made in an experiment.
     *
     * @return fails with 403 unless the caller may, with 404 if there is no such experiment, with 400 if it is deleted
     */
    public Uni<KnownExperiment> activeExperiment(ExperimentId id, Caller caller) {
        return require(caller, Need.UPDATE, id).chain(() -> experiments.get(id)).invoke(experiment -> {
            if (experiment.deleted()) {
                throw ExperimentErrors.notActive(id.value());
            }
        });
    }

    /** A run that this instance has just created. */
    public void created(RunId id, ExperimentId experiment, long acceptedAt) {
        runs.put(id, new KnownRun(experiment, false, acceptedAt));
        announcements.created(Created.newBuilder()
                .setRunId(id.toString())
                .setExperimentId(experiment.value())
                .setAcceptedAt(acceptedAt)
                .build());
    }

    /** What a verdict said of a run. */
    public void learned(RunState state) {
        runs.put(RunId.parse(state.getRunId()), KnownRun.from(state));
    }

    /** What a verdict said of an experiment. */
    public void learned(ExperimentState state) {
        experiments.put(new ExperimentId(state.getExperimentId()), KnownExperiment.from(state));
    }

    /** What was created or deleted through another instance is written to, or not, through this one. */
    private final class Ear implements Overheard.Listener {
        @Override
        public void verdict(Reply verdict) {
            if (verdict.hasRun()) {
                heard(RunId.parse(verdict.getRun().getRunId()), KnownRun.from(verdict.getRun()));
            } else if (verdict.hasExperiment()) {
                KnownExperiment experiment = KnownExperiment.from(verdict.getExperiment());
                experiments.hear(
                        new ExperimentId(verdict.getExperiment().getExperimentId()),
                        experiment,
                        known -> experiment.changedAt() >= known.changedAt());
            }
        }

        @Override
        public void created(Created what) {
            if (what.hasRunId()) {
                heard(RunId.parse(what.getRunId()), KnownRun.from(what));
            }
        }

        private void heard(RunId id, KnownRun run) {
            runs.hear(id, run, known -> run.changedAt() >= known.changedAt());
        }
    }

    private Uni<KnownRun> describe(RunId id) {
        TrackingEvent.Builder question = TrackingEvent.newBuilder()
                .setDescribeRun(DescribeRun.newBuilder().setRunId(id.toString()));
        return events.ask(EventKeys.ofRun(id), question).map(reply -> KnownRun.from(reply.getRun()));
    }

    private Uni<KnownExperiment> describe(ExperimentId id) {
        TrackingEvent.Builder question = TrackingEvent.newBuilder()
                .setDescribeExperiment(DescribeExperiment.newBuilder().setExperimentId(id.value()));
        return events.ask(EventKeys.ofExperiments(), question)
                .map(reply -> KnownExperiment.from(reply.getExperiment()));
    }
}
