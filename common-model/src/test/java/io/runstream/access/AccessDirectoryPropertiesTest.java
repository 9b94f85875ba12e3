package io.runstream.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import io.runstream.access.v1.AccessEvent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AccessDirectoryPropertiesTest {
    private static final List<String> NAMES = List.of("ann", "bob", "eve");
    private static final List<String> MODELS = List.of("churn", "leaving");

    private record Content(List<User> users, Map<String, Grants> grants) {
        static Content of(AccessDirectory directory) {
            return new Content(
                    directory.users(), NAMES.stream().collect(Collectors.toMap(name -> name, directory::grantsOf)));
        }
    }

    @Property
    void anyTwoReadersOfOneLogAgreeOnEveryOutcomeAndOnTheEnd(@ForAll("logs") List<AccessEvent> log)
            throws InvalidProtocolBufferException {
        AccessDirectory writer = new AccessDirectory();
        AccessDirectory reader = new AccessDirectory();
        for (AccessEvent event : log) {
            AccessEvent read = AccessEvent.parseFrom(event.toByteArray());
            assertThat(reader.apply(read)).isEqualTo(writer.apply(event));
        }
        assertThat(Content.of(reader)).isEqualTo(Content.of(writer));
    }

    @Property
    void refusedEventChangesNothing(@ForAll("logs") List<AccessEvent> log) {
        AccessDirectory directory = new AccessDirectory();
        for (AccessEvent event : log) {
            Content before = Content.of(directory);
            if (directory.apply(event) instanceof Outcome.Refused) {
                assertThat(Content.of(directory)).isEqualTo(before);
            }
        }
    }

    @Property
    void onceThereIsAnAdministratorThereAlwaysIsOne(@ForAll("logs") List<AccessEvent> log) {
        AccessDirectory directory = new AccessDirectory();
        boolean seen = false;
        for (AccessEvent event : log) {
            directory.apply(event);
            boolean some = directory.users().stream().anyMatch(User::administrator);
            assertThat(some || !seen).isTrue();
            seen = some;
        }
    }

    @Property
    void deletedUserHasNoPermissionsAndNoName(@ForAll("logs") List<AccessEvent> log) {
        AccessDirectory directory = new AccessDirectory();
        for (AccessEvent event : log) {
            Outcome outcome = directory.apply(event);
            if (event.hasUserDeleted() && outcome instanceof Outcome.Done) {
                String name = event.getUserDeleted().getUsername();
                assertThat(directory.find(name)).isNull();
                assertThat(directory.grantsOf(name)).isEqualTo(Grants.NONE);
            }
        }
    }

    @Property
    void idsGrowInTheOrderOfCreation(@ForAll("logs") List<AccessEvent> log) {
        AccessDirectory directory = new AccessDirectory();
        long last = 0;
        for (AccessEvent event : log) {
            if (directory.apply(event) instanceof Outcome.Created created) {
                assertThat(created.user().id()).isGreaterThan(last);
                assertThat(directory.find(created.user().name())).isEqualTo(created.user());
                last = created.user().id();
            }
        }
    }

    @Provide
    Arbitrary<List<AccessEvent>> logs() {
        Arbitrary<String> names = Arbitraries.of(NAMES);
        Arbitrary<String> models = Arbitraries.of(MODELS);
        Arbitrary<Boolean> flags = Arbitraries.of(true, false);
        Arbitrary<Grantable> targets = Arbitraries.of(
                new Securable.Experiment(7),
                new Securable.RegisteredModel("churn"),
                new Securable.RegisteredModel("leaving"),
                Every.EXPERIMENT,
                Every.REGISTERED_MODEL);
        Arbitrary<Permission> permissions = Arbitraries.of(Permission.class)
                .filter(permission -> !Objects.equals(permission, Permission.NO_PERMISSIONS));
        return Arbitraries.oneOf(
                        Combinators.combine(names, flags).as(AccessEvents::userCreated),
                        Combinators.combine(names, Arbitraries.of("x", "y")).as(AccessEvents::passwordChanged),
                        Combinators.combine(names, flags).as(AccessEvents::administratorChanged),
                        names.map(AccessEvents::userDeleted),
                        Combinators.combine(names, targets, permissions).as(AccessEvents::granted),
                        Combinators.combine(names, targets, permissions).as(AccessEvents::grantedToTokenUser),
                        Combinators.combine(names, targets).as(AccessEvents::revoked),
                        Combinators.combine(names, Arbitraries.longs().between(7, 8))
                                .as(AccessEvents::experimentCreated),
                        Combinators.combine(names, models, Arbitraries.longs().between(1, 3))
                                .as(AccessEvents::modelCreated),
                        Combinators.combine(models, models, Arbitraries.longs().between(0, 3))
                                .as(AccessEvents::modelRenamed),
                        Combinators.combine(models, Arbitraries.longs().between(0, 3))
                                .as(AccessEvents::modelDeleted),
                        Arbitraries.of(AccessEvent.getDefaultInstance()))
                .list()
                .ofMaxSize(60);
    }
}
