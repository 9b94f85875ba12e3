package io.runstream.kit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runstream.access.AccessCodec;
import io.runstream.access.Every;
import io.runstream.access.Grantable;
import io.runstream.access.Need;
import io.runstream.access.Permission;
import io.runstream.access.Securable;
import io.runstream.access.v1.AccessEvent;
import io.runstream.access.v1.PermissionGranted;
import io.runstream.access.v1.PermissionRevoked;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DirectoryAccessTest {
    private static final Caller ANN = new Caller("ann", false);
    private static final Securable EXPERIMENT = new Securable.Experiment(7);

    private final FixedDirectory live = new FixedDirectory();
    private final AccessControl access = new DirectoryAccess(live, Permission.READ);
    private final AccessControl closed = new DirectoryAccess(live, Permission.NO_PERMISSIONS);

    @Test
    void everybodyMayDoWhatTheDefaultSays() {
        assertThatCode(() -> await(access.require(ANN, Need.READ, EXPERIMENT))).doesNotThrowAnyException();
        assertForbidden(access.require(ANN, Need.UPDATE, EXPERIMENT));
        assertForbidden(closed.require(ANN, Need.READ, EXPERIMENT));
    }

    @Test
    void allowanceDoesNotWaitForTheLog() {
        live.knowing(granted("ann", EXPERIMENT, Permission.MANAGE));
        await(access.require(ANN, Need.DELETE, EXPERIMENT));
        assertThat(live.waits()).isZero();
    }

    @Test
    void nobodyIsRefusedOnAStaleView() {
        live.notYetKnowing(granted("ann", EXPERIMENT, Permission.EDIT));
        await(access.require(ANN, Need.UPDATE, EXPERIMENT));
        assertThat(live.waits()).isEqualTo(1);
    }

    @Test
    void revocationIsSeenAtTheNextRequest() {
        live.knowing(granted("ann", EXPERIMENT, Permission.EDIT));
        await(access.require(ANN, Need.UPDATE, EXPERIMENT));
        live.knowing(revoked("ann", EXPERIMENT));
        assertForbidden(access.require(ANN, Need.UPDATE, EXPERIMENT));
    }

    @Test
    void administratorsMayDoEverything() {
        live.knowing(FixedDirectory.user("root", "", true));
        await(closed.require(new Caller("root", false), Need.MANAGE, EXPERIMENT));
        await(closed.requireAdministrator(new Caller("root", false)));
        await(closed.requireAdministrator(new Caller("by role", true)));
        assertForbidden(access.requireAdministrator(ANN));
    }

    @Test
    void callerWhomNobodyAskedForTheirNameMayDoNothing() {
        assertThatThrownBy(() -> await(access.require(Caller.ANYONE, Need.READ, EXPERIMENT)))
                .hasMessageStartingWith("You are not authenticated.");
        assertThatThrownBy(() -> await(access.requireAdministrator(Caller.ANYONE)))
                .hasMessageStartingWith("You are not authenticated.");
        assertThatThrownBy(() -> await(access.visibleExperiments(Caller.ANYONE)))
                .hasMessageStartingWith("You are not authenticated.");
    }

    @Test
    void searchesFindAllButWhatIsDenied() {
        assertThat(await(access.visibleExperiments(ANN))).isEqualTo(new Visible.Everything<Long>());
        live.knowing(granted("ann", EXPERIMENT, Permission.DENY));
        assertThat(await(access.visibleExperiments(ANN))).isEqualTo(new Visible.AllBut<>(Set.of(7L)));
        assertThat(await(access.visibleRegisteredModels(ANN))).isEqualTo(new Visible.Everything<String>());
    }

    @Test
    void searchesFindOnlyWhatIsGrantedWhereNobodyMayRead() {
        live.knowing(
                granted("ann", EXPERIMENT, Permission.READ),
                granted("ann", new Securable.Experiment(8), Permission.DENY),
                granted("ann", new Securable.RegisteredModel("churn"), Permission.EDIT));
        assertThat(await(closed.visibleExperiments(ANN))).isEqualTo(new Visible.Only<>(Set.of(7L)));
        assertThat(await(closed.visibleRegisteredModels(ANN))).isEqualTo(new Visible.Only<>(Set.of("churn")));
    }

    @Test
    void grantOnEverythingMakesEverythingVisibleAndADenialNothing() {
        live.knowing(granted("ann", Every.EXPERIMENT, Permission.READ), granted("ann", EXPERIMENT, Permission.DENY));
        assertThat(await(closed.visibleExperiments(ANN))).isEqualTo(new Visible.AllBut<>(Set.of(7L)));
        live.knowing(granted("eve", Every.EXPERIMENT, Permission.DENY), granted("eve", EXPERIMENT, Permission.MANAGE));
        assertThat(await(access.visibleExperiments(new Caller("eve", false))))
                .isEqualTo(new Visible.Only<Long>(Set.of()));
    }

    @Test
    void whileAuthenticationIsOffEverybodyMayDoEverything() {
        AccessControl open = new OpenAccess();
        await(open.require(Caller.ANYONE, Need.MANAGE, EXPERIMENT));
        await(open.requireAdministrator(Caller.ANYONE));
        assertThat(await(open.visibleExperiments(Caller.ANYONE))).isEqualTo(new Visible.Everything<Long>());
    }

    private static void assertForbidden(Uni<Void> decision) {
        assertThatThrownBy(() -> await(decision)).hasMessage("Permission denied");
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().indefinitely();
    }

    private static AccessEvent granted(String name, Grantable what, Permission permission) {
        return AccessEvent.newBuilder()
                .setPermissionGranted(PermissionGranted.newBuilder()
                        .setUsername(name)
                        .setTarget(AccessCodec.target(what))
                        .setPermission(AccessCodec.granted(permission))
                        .setKnownElsewhere(true))
                .build();
    }

    private static AccessEvent revoked(String name, Grantable what) {
        return AccessEvent.newBuilder()
                .setPermissionRevoked(
                        PermissionRevoked.newBuilder().setUsername(name).setTarget(AccessCodec.target(what)))
                .build();
    }
}
