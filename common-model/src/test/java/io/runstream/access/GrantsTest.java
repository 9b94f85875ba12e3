package io.runstream.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantsTest {
    private static final Securable EXPERIMENT = new Securable.Experiment(7);
    private static final Securable OTHER = new Securable.Experiment(8);
    private static final Securable MODEL = new Securable.RegisteredModel("7");

    @ParameterizedTest
    @CsvSource({
        "DENY,           false, false, false, false, false",
        "NO_PERMISSIONS, false, false, false, false, false",
        "READ,           true,  false, false, false, false",
        "USE,            true,  true,  false, false, false",
        "EDIT,           true,  true,  true,  false, false",
        "MANAGE,         true,  true,  true,  true,  true",
    })
    void permissionsAllowWhatMlflowsDo(
            Permission permission, boolean read, boolean use, boolean update, boolean delete, boolean manage) {
        assertThat(permission.allows(Need.READ)).isEqualTo(read);
        assertThat(permission.allows(Need.USE)).isEqualTo(use);
        assertThat(permission.allows(Need.UPDATE)).isEqualTo(update);
        assertThat(permission.allows(Need.DELETE)).isEqualTo(delete);
        assertThat(permission.allows(Need.MANAGE)).isEqualTo(manage);
    }

    @Test
    void whoWasGivenNothingHasTheDefault() {
        assertThat(Grants.NONE.effective(EXPERIMENT, Permission.READ)).isEqualTo(Permission.READ);
        assertThat(Grants.NONE.effective(EXPERIMENT, Permission.NO_PERMISSIONS)).isEqualTo(Permission.NO_PERMISSIONS);
    }

    @Test
    void grantGivesNoLessThanEverybodyHas() {
        Grants grants = new Grants(Map.of(EXPERIMENT, Permission.READ));
        assertThat(grants.effective(EXPERIMENT, Permission.EDIT)).isEqualTo(Permission.EDIT);
        assertThat(grants.effective(EXPERIMENT, Permission.NO_PERMISSIONS)).isEqualTo(Permission.READ);
    }

    @Test
    void grantIsForOneThingOfOneKind() {
        Grants grants = new Grants(Map.of(EXPERIMENT, Permission.MANAGE));
        assertThat(grants.effective(OTHER, Permission.READ)).isEqualTo(Permission.READ);
        assertThat(grants.effective(MODEL, Permission.READ)).isEqualTo(Permission.READ);
    }

    @Test
    void grantOnAllOfAKindIsForEachOfThem() {
        Grants grants = new Grants(Map.of(Every.EXPERIMENT, Permission.EDIT, EXPERIMENT, Permission.READ));
        assertThat(grants.effective(EXPERIMENT, Permission.READ)).isEqualTo(Permission.EDIT);
        assertThat(grants.effective(OTHER, Permission.READ)).isEqualTo(Permission.EDIT);
        assertThat(grants.effective(MODEL, Permission.READ)).isEqualTo(Permission.READ);
    }

    @Test
    void denialBeatsEveryGrant() {
        Grants one = new Grants(Map.of(Every.EXPERIMENT, Permission.MANAGE, EXPERIMENT, Permission.DENY));
        assertThat(one.effective(EXPERIMENT, Permission.MANAGE)).isEqualTo(Permission.DENY);
        assertThat(one.effective(OTHER, Permission.READ)).isEqualTo(Permission.MANAGE);
        Grants all = new Grants(Map.of(Every.EXPERIMENT, Permission.DENY, EXPERIMENT, Permission.MANAGE));
        assertThat(all.effective(EXPERIMENT, Permission.MANAGE)).isEqualTo(Permission.DENY);
    }
}
