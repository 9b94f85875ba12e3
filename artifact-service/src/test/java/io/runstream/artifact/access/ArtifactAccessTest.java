package io.runstream.artifact.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.runstream.access.Need;
import io.runstream.access.Securable;
import io.runstream.artifact.ArtifactPath;
import io.runstream.artifact.root.ArtifactRoot;
import io.runstream.artifact.store.ObjectFolder;
import io.runstream.artifact.store.ObjectStore;
import io.runstream.artifact.store.ObjectStores;
import io.runstream.kit.access.AccessControl;
import io.runstream.kit.access.Caller;
import io.runstream.kit.access.Visible;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactAccessTest {
    private static final Caller ADA = new Caller("ada", false);
    private static final ObjectStore STANDARD = store();
    private static final ObjectStore FURTHER = store();
    private static final Securable SEVEN = new Securable.Experiment(7);
    private static final Securable EIGHT = new Securable.Experiment(8);
    private static final Securable MODEL = new Securable.RegisteredModel("m");

    /** What was asked for; administrators are asked for by nothing. */
    private final List<Optional<Securable>> asked = new ArrayList<>();

    private final ArtifactAccess access = new ArtifactAccess(new Asked(), new ObjectStores() {
        @Override
        public ObjectStore standard() {
            return STANDARD;
        }

        @Override
        public Optional<ObjectFolder> find(String bucket, ArtifactPath folder) {
            return Optional.empty();
        }
    });

    @ParameterizedTest
    @ValueSource(strings = {"7", "7/run/artifacts/f.txt", "./7//f.txt", "%37/f.txt", "%2537/f.txt"})
    void pathBelongsToTheExperimentThatItsFirstFolderNames(String path) {
        require(path);

        assertThat(asked).containsExactly(Optional.of(SEVEN));
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "shared/f.txt",
        "07/f.txt",
        "7a/f.txt",
        "٧/f.txt",
        "workspaces/a/7/f.txt",
        "99999999999999999999/f.txt"
    })
    void pathInNoExperimentsFolderIsForAdministrators(String path) {
        require(path);

        assertThat(asked).containsExactly(Optional.empty());
    }

    @Test
    void runsOwnFolderNeedsItsExperiment() {
        open(SEVEN, STANDARD, "7/run/artifacts");

        assertThat(asked).containsExactly(Optional.of(SEVEN));
    }

    @Test
    void runThatWasLedIntoAnotherExperimentsFolderNeedsThatTheMore() {
        open(EIGHT, STANDARD, "7/run/artifacts");

        assertThat(asked).containsExactly(Optional.of(EIGHT), Optional.of(SEVEN));
    }

    @Test
    void versionNeedsTheExperimentWhoseFilesItShows() {
        open(MODEL, STANDARD, "7/models/m-1/artifacts");

        assertThat(asked).containsExactly(Optional.of(MODEL), Optional.of(SEVEN));
    }

    @Test
    void runElsewhereHasAFolderOfItsOwnAndAVersionMayBeLedAnywhere() {
        open(EIGHT, FURTHER, "7/run/artifacts");
        open(MODEL, FURTHER, "7/run/artifacts");

        assertThat(asked).containsExactly(Optional.of(EIGHT), Optional.of(MODEL), Optional.empty());
    }

    private void require(String path) {
        access.require(ADA, Need.READ, ArtifactPath.parse(path)).await().indefinitely();
    }

    private void open(Securable owner, ObjectStore store, String folder) {
        access.require(
                        ADA,
                        Need.READ,
                        new ArtifactRoot("somewhere", owner),
                        new ObjectFolder(store, new ArtifactPath(folder)))
                .await()
                .indefinitely();
    }

    private static ObjectStore store() {
        return (ObjectStore) Proxy.newProxyInstance(
                ObjectStore.class.getClassLoader(),
                new Class<?>[] {ObjectStore.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private final class Asked implements AccessControl {
        @Override
        public Uni<Void> require(Caller caller, Need need, Securable on) {
            return Uni.createFrom().voidItem().invoke(() -> asked.add(Optional.of(on)));
        }

        @Override
        public Uni<Void> requireAdministrator(Caller caller) {
            return Uni.createFrom().voidItem().invoke(() -> asked.add(Optional.empty()));
        }

        @Override
        public Uni<Visible<Long>> visibleExperiments(Caller caller) {
            throw new UnsupportedOperationException("Nothing is searched");
        }

        @Override
        public Uni<Visible<String>> visibleRegisteredModels(Caller caller) {
            throw new UnsupportedOperationException("Nothing is searched");
        }
    }
}
