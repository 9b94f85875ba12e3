package io.runstream.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.runstream.access.v1.AccessEvent;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The registry has decided in one order; the events of different callers come in another one. */
class ModelGrantsTest {
    private static final Securable CHURN = new Securable.RegisteredModel("churn");
    private static final Securable LEAVING = new Securable.RegisteredModel("leaving");
    private static final long FIRST = 1_000;
    private static final long SECOND = 2_000;

    private final AccessDirectory directory = new AccessDirectory();

    @Test
    void newOwnerKeepsTheModelIfTheDeletionOfTheOldOneComesLate() {
        apply(
                AccessEvents.modelCreated("ann", "churn", FIRST),
                AccessEvents.modelCreated("bob", "churn", SECOND),
                AccessEvents.modelDeleted("churn", FIRST));
        assertNothingFor("ann");
        assertManages("bob", CHURN);
    }

    @Test
    void oldOwnerTakesTheirModelAlongIfItsRenamingComesLate() {
        apply(
                AccessEvents.modelCreated("ann", "churn", FIRST),
                AccessEvents.modelCreated("bob", "churn", SECOND),
                AccessEvents.modelRenamed("churn", "leaving", FIRST));
        assertManages("ann", LEAVING);
        assertManages("bob", CHURN);
    }

    @Test
    void oldOwnerGetsNothingOfTheNewModelIfTheirOwnCreationComesLate() {
        apply(
                AccessEvents.modelCreated("bob", "churn", SECOND),
                AccessEvents.modelCreated("ann", "churn", FIRST),
                AccessEvents.modelDeleted("churn", FIRST));
        assertNothingFor("ann");
        assertManages("bob", CHURN);
    }

    @Test
    void renamingOntoANameOfWhichALaterModelIsKnownTakesNothingFromIt() {
        apply(
                AccessEvents.modelCreated("ann", "churn", FIRST),
                AccessEvents.modelCreated("bob", "leaving", SECOND),
                AccessEvents.modelRenamed("churn", "leaving", FIRST),
                AccessEvents.modelDeleted("leaving", FIRST));
        assertNothingFor("ann");
        assertManages("bob", LEAVING);
    }

    @Test
    void renamedModelIsItsOwnersOnceTheDeletionOfWhatHadItsNameHasCome() {
        apply(
                AccessEvents.modelCreated("ann", "churn", FIRST),
                AccessEvents.modelCreated("bob", "leaving", SECOND),
                AccessEvents.modelRenamed("churn", "leaving", FIRST),
                AccessEvents.modelDeleted("leaving", SECOND));
        assertManages("ann", LEAVING);
        assertNothingFor("bob");
    }

    @Test
    void renamingThatIsToldAgainTakesNothing() {
        apply(
                AccessEvents.modelCreated("ann", "churn", FIRST),
                AccessEvents.modelRenamed("churn", "leaving", FIRST),
                AccessEvents.modelCreated("bob", "churn", SECOND),
                AccessEvents.modelRenamed("churn", "leaving", FIRST));
        assertManages("ann", LEAVING);
        assertManages("bob", CHURN);
    }

    @Test
    void whatIsSetAsideIsNotForAnotherUserOfThatName() {
        apply(
                AccessEvents.userCreated("root", true),
                AccessEvents.userCreated("ann", false),
                AccessEvents.modelCreated("ann", "churn", FIRST),
                AccessEvents.modelCreated("bob", "churn", SECOND),
                AccessEvents.userDeleted("ann"),
                AccessEvents.userCreated("ann", false),
                AccessEvents.modelRenamed("churn", "leaving", FIRST));
        assertNothingFor("ann");
    }

    @Test
    void eventsOfAnOlderVersionAreAboutWhicheverModelHasTheName() {
        apply(AccessEvents.modelCreated("ann", "churn", FIRST), AccessEvents.modelRenamed("churn", "leaving", 0));
        assertManages("ann", LEAVING);
        apply(AccessEvents.modelDeleted("leaving", 0));
        assertNothingFor("ann");
    }

    private void assertManages(String user, Securable model) {
        assertThat(directory.grantsOf(user).on()).isEqualTo(Map.of(model, Permission.MANAGE));
    }

    private void assertNothingFor(String user) {
        assertThat(directory.grantsOf(user)).isEqualTo(Grants.NONE);
    }

    private void apply(AccessEvent... events) {
        for (AccessEvent event : events) {
            directory.apply(event);
        }
    }
}
