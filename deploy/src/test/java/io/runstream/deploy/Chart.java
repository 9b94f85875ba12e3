package io.runstream.deploy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/** The chart as Helm renders it, read by types that know Kubernetes' schema: a field that is not in it fails. */
final class Chart {
    private static final Path FOLDER = Path.of("helm/runstream");

    private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.of(
            "apps/v1 Deployment", Deployment.class,
            "v1 Service", Service.class,
            "policy/v1 PodDisruptionBudget", PodDisruptionBudget.class,
            "autoscaling/v2 HorizontalPodAutoscaler", HorizontalPodAutoscaler.class,
            "networking.k8s.io/v1 Ingress", Ingress.class,
            "gateway.networking.k8s.io/v1 HTTPRoute", HTTPRoute.class,
            "batch/v1 Job", Job.class);

    private static final ObjectMapper STRICT = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setAnnotationIntrospector(new NoRoomForOthers());

    private final List<HasMetadata> resources;

    private Chart(String yaml) {
        resources = StreamSupport.stream(new Yaml().loadAll(yaml).spliterator(), false)
                .filter(Objects::nonNull)
                .map(Chart::read)
                .toList();
    }

    /** For its folder. The library knows of no Kubernetes later than 1.20, so the chart's own demand is left out. */
    static Helm helm() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            Path copy = Files.createTempDirectory("chart");
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(FOLDER.relativize(file));
                Files.createDirectories(Objects.requireNonNull(target.getParent()));
                Files.writeString(target, Files.readString(file).replaceAll("(?m)^kubeVersion:.*", ""));
            }
            return new Helm(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With what an operator must say, and what a test adds. */
    static Chart rendered(Map<String, Object> values) {
        TemplateCommand template = helm().template()
                .withName("lab")
                .withNamespace("ml")
                .set("kafka.bootstrapServers", "kafka:9092")
                .set("postgres.address", "postgres:5432/runstream")
                .set("postgres.existingSecret", "postgres-app")
                .set("artifacts.endpoint", "http://s3:9000")
                .set("artifacts.existingSecret", "s3");
        values.forEach(template::set);
        return new Chart(template.call());
    }

    <T extends HasMetadata> List<T> all(Class<T> kind) {
        return resources.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static HasMetadata read(Object document) {
        Map<?, ?> resource = (Map<?, ?>) document;
        String kind = resource.get("apiVersion") + " " + resource.get("kind");
        return STRICT.convertValue(document, Objects.requireNonNull(KINDS.get(kind), kind));
    }

    /** The types keep what they don't know for later; here there is no later. */
    private static final class NoRoomForOthers extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }
}
