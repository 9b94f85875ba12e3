package io.runstream.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.LintResult;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What can be known of the chart without a cluster: by Helm itself, and by Kubernetes' schema. */
class ChartTest {
    private static final Map<String, Object> EVERYTHING = Map.of(
            "ingress.enabled", true,
            "ingress.host", "runs.example.org",
            "ingress.tlsSecret", "runs-tls",
            "httpRoute.enabled", true,
            "httpRoute.parentRefs[0].name", "public",
            "httpRoute.hostnames[0]", "runs2.example.org",
            "query.autoscaling.enabled", true,
            "ingest.autoscaling.enabled", true,
            "kafka.existingSecret", "kafka-sasl",
            "podAnnotations.team", "ml");

    private static final Chart CHART = Chart.rendered(Map.of());
    private static final Chart FULL = Chart.rendered(EVERYTHING);

    @Test
    void helmFindsNothingWrongWithIt() {
        LintResult result = Chart.helm().lint().call();
        assertThat(result.isFailed()).as(result.getMessages().toString()).isFalse();
    }

    @Test
    void theImagesAreThoseThatTheBuildMakes() throws IOException {
        assertThat(containers(CHART))
                .extracting(container -> imageOf(container))
                .containsExactlyInAnyOrderElementsOf(Images.built());
    }

    @Test
    void everyVariableIsASettingOfItsService() {
        for (Container container : containers(FULL)) {
            Variables known = Variables.of(imageOf(container).substring("runstream/".length()));
            assertThat(container.getEnv())
                    .as(container.getName())
                    .extracting(EnvVar::getName)
                    .doesNotHaveDuplicates()
                    .allMatch(known::include);
        }
    }

    @Test
    void probesAskForHealthOnPortsThatTheContainerHas() {
        for (Container container : containers(CHART)) {
            List<String> ports =
                    container.getPorts().stream().map(ContainerPort::getName).toList();
            for (Probe probe :
                    List.of(container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe())) {
                assertThat(probe.getHttpGet().getPath()).startsWith("/q/health/");
                assertThat(ports).contains(probe.getHttpGet().getPort().getStrVal());
            }
        }
    }

    @Test
    void everyServiceLeadsToPodsOfItsDeployment() {
        List<Deployment> deployments = CHART.all(Deployment.class);
        for (Service service : CHART.all(Service.class)) {
            Deployment deployment = deployments.stream()
                    .filter(one -> one.getMetadata()
                            .getName()
                            .equals(service.getMetadata().getName()))
                    .findFirst()
                    .orElseThrow();
            Map<String, String> labels =
                    deployment.getSpec().getTemplate().getMetadata().getLabels();
            assertThat(labels).containsAllEntriesOf(service.getSpec().getSelector());
            assertThat(labels)
                    .containsAllEntriesOf(deployment.getSpec().getSelector().getMatchLabels());
            assertThat(service.getSpec().getPorts().getFirst().getTargetPort().getStrVal())
                    .isEqualTo("http");
        }
    }

    @Test
    void clientsReachTheGatewayAndNothingElse() {
        Ingress ingress = FULL.all(Ingress.class).getFirst();
        HTTPRoute route = FULL.all(HTTPRoute.class).getFirst();
        assertThat(ingress.getSpec().getRules().getFirst().getHttp().getPaths())
                .extracting(path -> path.getBackend().getService().getName())
                .containsExactly("lab-gateway");
        assertThat(route.getSpec().getRules().getFirst().getBackendRefs())
                .extracting(backend -> backend.getName())
                .containsExactly("lab-gateway");
    }

    @Test
    void servicesAnswerUnderTheNamesThatClientsUse() {
        assertThat(variable(FULL, "query", "RUNSTREAM_HTTP_ALLOWED_HOSTS").split(","))
                .contains("private", "lab-query", "lab-gateway.ml.svc", "runs.example.org", "runs2.example.org");
        assertThat(variable(FULL, "artifact", "RUNSTREAM_TRACKING_URL")).isEqualTo("http://lab-query:8080");
        assertThat(variable(FULL, "gateway", "RUNSTREAM_GATEWAY_INGEST")).isEqualTo("http://lab-ingest:8080");
    }

    @Test
    void nobodyIsLetInWithoutANameUnlessTheValuesSaySo() {
        Chart open = Chart.rendered(Map.of("unauthenticatedAccess", "whole-network"));
        assertThat(variable(CHART, "ingest", "RUNSTREAM_HTTP_UNAUTHENTICATED_ACCESS"))
                .isEqualTo("this-machine");
        assertThat(variable(open, "ingest", "RUNSTREAM_HTTP_UNAUTHENTICATED_ACCESS"))
                .isEqualTo("whole-network");
    }

    @Test
    void aServiceThatIsScaledByLoadHasNoNumberOfItsOwn() {
        HorizontalPodAutoscaler scaler = FULL.all(HorizontalPodAutoscaler.class).getFirst();
        assertThat(FULL.all(Deployment.class))
                .filteredOn(one -> one.getMetadata()
                        .getName()
                        .equals(scaler.getSpec().getScaleTargetRef().getName()))
                .singleElement()
                .satisfies(one -> assertThat(one.getSpec().getReplicas()).isNull());
    }

    private static List<Container> containers(Chart chart) {
        return chart.all(Deployment.class).stream()
                .flatMap(one -> one.getSpec().getTemplate().getSpec().getContainers().stream())
                .toList();
    }

    private static String imageOf(Container container) {
        return container.getImage().replaceFirst(":.*", "");
    }

    private static String variable(Chart chart, String service, String name) {
        return containers(chart).stream()
                .filter(container -> container.getName().equals(service))
                .flatMap(container -> container.getEnv().stream())
                .filter(variable -> variable.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
