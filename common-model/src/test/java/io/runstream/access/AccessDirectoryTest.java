package io.runstream.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.runstream.access.Outcome.Reason;
import io.runstream.access.v1.AccessEvent;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccessDirectoryTest {
    private static final Securable EXPERIMENT = new Securable.Experiment(7);
    private static final Securable MODEL = new Securable.RegisteredModel("churn");

    private final AccessDirectory directory = new AccessDirectory();

    @Test
    void firstUserOfANameIsTheUser() {
        assertThat(directory.apply(AccessEvents.userCreated("ann", false)))
                .isEqualTo(new Outcome.Created(new User(1, "ann", "first hash of ann", false)));
        assertThat(directory.apply(AccessEvents.userCreated("ann", true)))
                .isEqualTo(new Outcome.Refused(Reason.USER_EXISTS));
        assertThat(directory.users()).containsExactly(new User(1, "ann", "first hash of ann", false));
    }

    @Test
    void namesDifferByEveryCharacter() {
        apply(AccessEvents.userCreated("ann", false), AccessEvents.userCreated("Ann", false));
        assertThat(directory.users()).extracting(User::name).containsExactly("ann", "Ann");
    }

    @Test
    void idsAreNotGivenTwice() {
        apply(
                AccessEvents.userCreated("ann", false),
                AccessEvents.userDeleted("ann"),
                AccessEvents.userCreated("ann", false));
        assertThat(directory.users()).extracting(User::id).containsExactly(2L);
    }

    @Test
    void passwordAndAdministratorChangeWithoutEachOther() {
        apply(
                AccessEvents.userCreated("ann", false),
                AccessEvents.passwordChanged("ann", "another"),
                AccessEvents.administratorChanged("ann", true));
        assertThat(directory.find("ann")).isEqualTo(new User(1, "ann", "another", true));
    }

    @Test
    void whatConcernsNobodyIsRefused() {
        Outcome refused = new Outcome.Refused(Reason.NO_SUCH_USER);
        assertThat(directory.apply(AccessEvents.passwordChanged("bob", "another")))
                .isEqualTo(refused);
        assertThat(directory.apply(AccessEvents.administratorChanged("bob", true)))
                .isEqualTo(refused);
        assertThat(directory.apply(AccessEvents.userDeleted("bob"))).isEqualTo(refused);
        assertThat(directory.apply(AccessEvents.granted("bob", EXPERIMENT, Permission.EDIT)))
                .isEqualTo(refused);
        assertThat(directory.apply(AccessEvents.revoked("bob", EXPERIMENT)))
                .isEqualTo(new Outcome.Refused(Reason.NO_SUCH_GRANT));
    }

    @Test
    void lastAdministratorStaysOne() {
        apply(AccessEvents.userCreated("root", true), AccessEvents.userCreated("ann", false));
        Outcome refused = new Outcome.Refused(Reason.LAST_ADMINISTRATOR);
        assertThat(directory.apply(AccessEvents.userDeleted("root"))).isEqualTo(refused);
        assertThat(directory.apply(AccessEvents.administratorChanged("root", false)))
                .isEqualTo(refused);
        apply(AccessEvents.administratorChanged("ann", true), AccessEvents.userDeleted("root"));
        assertThat(directory.users()).extracting(User::name).containsExactly("ann");
    }

    @Test
    void secondGrantOnTheSameThingIsRefused() {
        apply(AccessEvents.userCreated("ann", false), AccessEvents.granted("ann", EXPERIMENT, Permission.EDIT));
        assertThat(directory.apply(AccessEvents.granted("ann", EXPERIMENT, Permission.MANAGE)))
                .isEqualTo(new Outcome.Refused(Reason.GRANT_EXISTS));
        assertThat(directory.grantsOf("ann").on()).isEqualTo(Map.of(EXPERIMENT, Permission.EDIT));
    }

    @Test
    void userOfThatNameDoesNotInheritFromADeletedOne() {
        apply(
                AccessEvents.userCreated("ann", false),
                AccessEvents.granted("ann", EXPERIMENT, Permission.EDIT),
                AccessEvents.userDeleted("ann"),
                AccessEvents.userCreated("ann", false));
        assertThat(directory.grantsOf("ann")).isEqualTo(Grants.NONE);
    }

    @Test
    void peopleKnownElsewhereHavePermissionsWithoutBeingUsers() {
        apply(AccessEvents.grantedToTokenUser("eve", EXPERIMENT, Permission.EDIT));
        assertThat(directory.find("eve")).isNull();
        assertThat(directory.grantsOf("eve").on()).isEqualTo(Map.of(EXPERIMENT, Permission.EDIT));
    }

    @Test
    void whoeverCreatesAnExperimentManagesIt() {
        apply(AccessEvents.experimentCreated("ann", 7));
        assertThat(directory.grantsOf("ann").on()).isEqualTo(Map.of(EXPERIMENT, Permission.MANAGE));
    }

    @Test
    void repeatedCreationGivesNothingBackThatWasRevoked() {
        apply(
                AccessEvents.experimentCreated("ann", 7),
                AccessEvents.modelCreated("ann", "churn", 1_000),
                AccessEvents.revoked("ann", EXPERIMENT),
                AccessEvents.revoked("ann", MODEL),
                AccessEvents.experimentCreated("ann", 7),
                AccessEvents.modelCreated("ann", "churn", 1_000));
        assertThat(directory.grantsOf("ann")).isEqualTo(Grants.NONE);
    }

    @Test
    void modelOfThatNameInheritsNothingFromADeletedOne() {
        apply(
                AccessEvents.modelCreated("ann", "churn", 1_000),
                AccessEvents.modelDeleted("churn", 1_000),
                AccessEvents.modelCreated("bob", "churn", 2_000));
        assertThat(directory.grantsOf("ann")).isEqualTo(Grants.NONE);
        assertThat(directory.grantsOf("bob").on()).isEqualTo(Map.of(MODEL, Permission.MANAGE));
    }

    @Test
    void modelOfThatNameInheritsNothingEvenIfTheDeletionWasNeverTold() {
        apply(AccessEvents.modelCreated("ann", "churn", 1_000), AccessEvents.modelCreated("bob", "churn", 2_000));
        assertThat(directory.grantsOf("ann")).isEqualTo(Grants.NONE);
        assertThat(directory.grantsOf("bob").on()).isEqualTo(Map.of(MODEL, Permission.MANAGE));
    }

    @Test
    void permissionsMoveAlongWithARenamedModel() {
        apply(
                AccessEvents.userCreated("bob", false),
                AccessEvents.modelCreated("ann", "churn", 1_000),
                AccessEvents.granted("bob", MODEL, Permission.DENY),
                AccessEvents.modelRenamed("churn", "leaving", 1_000));
        Securable renamed = new Securable.RegisteredModel("leaving");
        assertThat(directory.grantsOf("ann").on()).isEqualTo(Map.of(renamed, Permission.MANAGE));
        assertThat(directory.grantsOf("bob").on()).isEqualTo(Map.of(renamed, Permission.DENY));
    }

    @Test
    void eventsOfALaterVersionChangeNothing() {
        assertThat(directory.apply(AccessEvent.getDefaultInstance()))
                .isEqualTo(new Outcome.Refused(Reason.UNKNOWN_EVENT));
        assertThat(directory.users()).isEmpty();
    }

    @Test
    void usersDoNotShowTheirHashes() {
        apply(AccessEvents.userCreated("ann", false));
        assertThat(directory.users().toString()).isEqualTo("[User[id=1, name=ann, administrator=false]]");
    }

    private void apply(AccessEvent... events) {
        for (AccessEvent event : events) {
            assertThat(directory.apply(event)).isNotInstanceOf(Outcome.Refused.class);
        }
    }
}
