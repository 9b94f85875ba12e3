package io.runstream.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import io.runstream.access.v1.AccessEvent;
import io.runstream.access.v1.GrantedPermission;
import io.runstream.access.v1.PermissionGranted;
import io.runstream.access.v1.Target;
import io.runstream.access.v1.UserCreated;
import io.runstream.event.v1.CreateExperiment;
import io.runstream.event.v1.DataLogged;
import io.runstream.event.v1.DescribeRun;
import io.runstream.event.v1.RenameRegisteredModel;
import io.runstream.event.v1.RunCreated;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.kit.log.Topics;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuditDecoderTest {
    private static final long TIME = 1_700_000_000_000L;

    @Test
    void tellsWhoDidWhatToWhichRun() {
        assertThat(tracking(event().setDataLogged(DataLogged.newBuilder().setRunId("r1"))))
                .isEqualTo(new AuditEntry(
                        "2023-11-14T22:13:20Z",
                        "ada",
                        "data_logged",
                        "run:r1",
                        null,
                        null,
                        null,
                        null,
                        null,
                        Topics.TRACKING,
                        3,
                        7));
    }

    @Test
    void tellsInWhichExperimentARunWasMade() {
        AuditEntry entry = tracking(event().setRunCreated(RunCreated.newBuilder()
                .setRunId("r1")
                .setExperimentId(5)
                .setName("n")));

        assertThat(entry.entity()).isEqualTo("run:r1");
        assertThat(entry.experiment()).isEqualTo("5");
        assertThat(entry.name()).isEqualTo("n");
    }

    @Test
    void experimentThatIsToBeMadeHasANameAndNoId() {
        AuditEntry entry = tracking(
                event().setCreateExperiment(CreateExperiment.newBuilder().setName("new")));

        assertThat(entry.entity()).isEqualTo("experiment");
        assertThat(entry.name()).isEqualTo("new");
    }

    @Test
    void renamedModelHasItsOldNameAndTheNew() {
        AuditEntry entry = tracking(event().setRenameRegisteredModel(
                        RenameRegisteredModel.newBuilder().setName("a").setNewName("b")));

        assertThat(entry.entity()).isEqualTo("registered-model:a");
        assertThat(entry.name()).isEqualTo("b");
    }

    @Test
    void tellsWhoGrantedWhatToWhom() {
        AuditEntry entry = access(AccessEvent.newBuilder()
                .setPrincipal("admin")
                .setPermissionGranted(PermissionGranted.newBuilder()
                        .setUsername("bob")
                        .setTarget(Target.newBuilder().setExperimentId(5))
                        .setPermission(GrantedPermission.GRANTED_PERMISSION_READ)));

        assertThat(entry.action()).isEqualTo("permission_granted");
        assertThat(entry.entity()).isEqualTo("experiment:5");
        assertThat(entry.user()).isEqualTo("bob");
        assertThat(entry.permission()).isEqualTo("READ");
    }

    @Test
    void doesNotTellPasswords() {
        AuditEntry entry = access(AccessEvent.newBuilder()
                .setUserCreated(UserCreated.newBuilder().setUsername("bob").setPasswordHash("$2a$secret")));

        assertThat(entry.entity()).isEqualTo("user:bob");
        assertThat(entry.toString()).doesNotContain("secret");
    }

    @Test
    void questionsAndKindsOfEventsToComeAreLeftOut() {
        assertThat(decode(
                        Topics.TRACKING,
                        event().setDescribeRun(DescribeRun.newBuilder().setRunId("r1"))
                                .build()))
                .isNull();
        assertThat(decode(Topics.TRACKING, event().build())).isNull();
    }

    private static TrackingEvent.Builder event() {
        return TrackingEvent.newBuilder().setAcceptedAt(TIME).setPrincipal("ada");
    }

    private static AuditEntry tracking(TrackingEvent.Builder event) {
        return Objects.requireNonNull(decode(Topics.TRACKING, event.build()));
    }

    private static AuditEntry access(AccessEvent.Builder event) {
        return Objects.requireNonNull(decode(Topics.ACCESS, event.build()));
    }

    private static @Nullable AuditEntry decode(String topic, Message event) {
        return AuditDecoder.decode(new ConsumerRecord<>(topic, 3, 7, new byte[0], event.toByteArray()));
    }
}
