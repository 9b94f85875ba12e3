package io.runstream.artifact.access;

import io.runstream.access.Need;
import io.runstream.access.Securable;
import io.runstream.artifact.ArtifactPath;
import io.runstream.artifact.root.ArtifactRoot;
import io.runstream.artifact.store.ObjectFolder;
import io.runstream.artifact.store.ObjectStores;
import io.runstream.kit.access.AccessControl;
import io.runstream.kit.access.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether a caller may do that with artifacts. In the standard store an experiment's artifacts lie in the folder that its id
 * names, and whoever wants to touch them there needs the experiment, by whatever way they come.
 *
 * <p>Refusals are {@link io.runstream.error.ApiException}s: 403.
 */
@ApplicationScoped
public class ArtifactAccess {
    /** An id as experiments have it: {@code 07} is no experiment's folder. */
    private static final Pattern EXPERIMENT = Pattern.compile("0|[1-9][0-9]{0,17}");

    private final AccessControl access;
    private final ObjectStores stores;

    ArtifactAccess(AccessControl access, ObjectStores stores) {
        this.access = access;
        this.stores = stores;
    }

    /** For a path in the standard store. What is in no experiment's folder is for administrators, also the list of all folders. */
    public Uni<Void> require(Caller caller, Need need, ArtifactPath path) {
        return experimentOf(path)
                .map(experiment -> access.require(caller, need, experiment))
                .orElseGet(() -> access.requireAdministrator(caller));
    }

    /** For a run or a model itself, wherever its artifacts are. */
    public Uni<Void> require(Caller caller, Need need, ArtifactRoot root) {
        return access.require(caller, need, root.owner());
    }

    /**
     * For the artifacts of a run or a model. Its URI is what somebody once wrote: it may lead into the folder of another
     * experiment, which the caller then needs as well. Below any other folder a run or a logged model has one to itself, named
     * by its id, which nobody can choose; but a version's URI may be any, and is then for administrators.
     *
     * @param folder where the root's URI leads
     */
    public Uni<Void> require(Caller caller, Need need, ArtifactRoot root, ObjectFolder folder) {
        Optional<Securable> other =
                folder.store() == stores.standard() ? experimentOf(folder.path()) : Optional.empty();
        Uni<Void> owner = require(caller, need, root);
        if (other.isPresent()) {
            return other.get().equals(root.owner())
                    ? owner
                    : owner.chain(() -> access.require(caller, need, other.get()));
        }
        return switch (root.owner()) {
            case Securable.Experiment experiment -> owner;
            case Securable.RegisteredModel model -> owner.chain(() -> access.requireAdministrator(caller));
        };
    }

    private static Optional<Securable> experimentOf(ArtifactPath path) {
        String first = path.value().split("/", 2)[0];
        return EXPERIMENT.matcher(first).matches()
                ? Optional.of(new Securable.Experiment(Long.parseLong(first)))
                : Optional.empty();
    }
}
