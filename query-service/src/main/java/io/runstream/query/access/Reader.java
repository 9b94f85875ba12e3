package io.runstream.query.access;

import io.runstream.access.Need;
import io.runstream.access.Securable;
import io.runstream.id.RunId;
import io.runstream.kit.access.AccessControl;
import io.runstream.kit.access.Caller;
import io.runstream.kit.access.Visible;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;

/** Who reads, and what they may. Refusals are {@link io.runstream.error.ApiException}s: 403. */
public final class Reader {
    private final Caller caller;
    private final AccessControl access;
    private final ExperimentsOfRuns experimentsOfRuns;

    Reader(Caller caller, AccessControl access, ExperimentsOfRuns experimentsOfRuns) {
        this.caller = caller;
        this.access = access;
        this.experimentsOfRuns = experimentsOfRuns;
    }

    /** @param experiment its id, as answers carry it */
    public Uni<Void> requireExperiment(String experiment) {
        return requireExperiment(Long.parseLong(experiment));
    }

    /** Whether there is such a model or not. */
    public Uni<Void> requireModel(String name) {
        return access.require(caller, Need.READ, new Securable.RegisteredModel(name));
    }

    /** All of them, whether they are there or not. */
    public Uni<Void> requireExperiments(Collection<Long> experiments) {
        List<Uni<Void>> each =
                experiments.stream().distinct().map(this::requireExperiment).toList();
        return each.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(each).andFailFast().replaceWithVoid();
    }

    /** All of them that are there. */
    public Uni<Void> requireRuns(List<RunId> runs) {
        return access.mayDoEverything(caller)
                ? Uni.createFrom().voidItem()
                : experimentsOfRuns.find(runs).chain(this::requireExperiments);
    }

    /** Where searches may look. */
    public Uni<Visible<Long>> experiments() {
        return access.visibleExperiments(caller);
    }

    /** What searches of the registry may find. */
    public Uni<Visible<String>> models() {
        return access.visibleRegisteredModels(caller);
    }

    private Uni<Void> requireExperiment(long experiment) {
        return access.require(caller, Need.READ, new Securable.Experiment(experiment));
    }
}
