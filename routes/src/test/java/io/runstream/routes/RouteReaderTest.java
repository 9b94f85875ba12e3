package io.runstream.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runstream.routes.sample.clash.ClashingResource;
import io.runstream.routes.sample.homeless.HomelessResource;
import io.runstream.routes.sample.read.OpenResource;
import io.runstream.routes.sample.read.OpenRoutes;
import io.runstream.routes.sample.read.PageRoutes;
import io.runstream.routes.sample.read.ReadResource;
import io.runstream.routes.sample.write.HiddenRoutes;
import io.runstream.routes.sample.write.LocatorResource;
import io.runstream.routes.sample.write.WriteResource;
import java.io.IOException;
import java.util.List;
import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;

class RouteReaderTest {
    private static final String SAMPLE = "io.runstream.routes.sample.";
    private static final Services SERVICES = Services.parse(
            List.of("query=" + SAMPLE + "read", "ingest=" + SAMPLE + "write", "other=" + SAMPLE + "clash"));

    @Test
    void readsMethodAndPathOfEveryResource() throws IOException {
        assertThat(table(ReadResource.class, WriteResource.class)).isEqualTo("""
                GET\t/\tquery\tPUBLIC
                GET\t/api/items/{id}\tquery\tEXPERIMENT_READ
                PATCH\t/api/items/{id}\tingest\tEXPERIMENT_UPDATE
                POST\t/api/items/{id}\tingest\tEXPERIMENT_UPDATE
                PUT\t/api/items/{name: .+}/body\tingest\tEXPERIMENT_UPDATE
                *\t/*\tquery\tAUTHENTICATED
                """);
    }

    @Test
    void leavesWhatTheFallbackMakesWhileItStartsToTheFallback() throws IOException {
        assertThat(table(PageRoutes.class)).isEqualTo("*\t/*\tquery\tAUTHENTICATED\n");
    }

    @Test
    void refusesTwoServicesForOneRequest() {
        assertThatThrownBy(() -> table(ReadResource.class, ClashingResource.class))
                .isInstanceOf(RouteException.class)
                .hasMessageContaining("answer GET /api/items/{");
    }

    @Test
    void refusesRoutesThatAnnotationsDoNotTell() {
        assertThatThrownBy(() -> table(HiddenRoutes.class))
                .isInstanceOf(RouteException.class)
                .hasMessageContaining("HiddenRoutes makes routes while it starts");
        assertThatThrownBy(() -> table(LocatorResource.class))
                .isInstanceOf(RouteException.class)
                .hasMessageContaining("LocatorResource.part has a path and no method");
    }

    @Test
    void refusesAResourceThatBelongsToNoService() {
        assertThatThrownBy(() -> table(HomelessResource.class))
                .isInstanceOf(RouteException.class)
                .hasMessageContaining("HomelessResource answers requests and belongs to no service");
    }

    @Test
    void refusesAResourceThatDoesNotSayWhoMayAsk() {
        assertThatThrownBy(() -> table(OpenResource.class))
                .isInstanceOf(RouteException.class)
                .hasMessage(
                        "io.runstream.routes.sample.read.OpenResource.item answers GET /api/open and does not say who may"
                                + " send them: annotate it, or its class, with @Guarded");
        assertThatThrownBy(() -> table(OpenRoutes.class))
                .isInstanceOf(RouteException.class)
                .hasMessageContaining("OpenRoutes.register answers requests by routes that it makes while it starts");
    }

    private static String table(Class<?>... types) throws IOException {
        return RouteReader.toTable(new RouteReader(SERVICES).read(Index.of(types)), SERVICES);
    }
}
