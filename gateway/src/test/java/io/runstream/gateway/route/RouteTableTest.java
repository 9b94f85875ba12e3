package io.runstream.gateway.route;

import static io.runstream.gateway.route.Service.ARTIFACT;
import static io.runstream.gateway.route.Service.INGEST;
import static io.runstream.gateway.route.Service.QUERY;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTableTest {
    private static final RouteTable SMALL = RouteTable.parse("""
            GET\t/models/{id}\tquery
            PATCH\t/models/{model}\tingest
            POST\t/models/search\tquery
            GET\t/files/{path: .+}\tartifact
            GET\t/files/{n: [0-9]{1,3}}/size\tquery
            POST\t/api/write\tingest
            *\t/*\tquery
            """);

    @Test
    void tellsServicesOfOnePathApartByMethod() {
        assertThat(SMALL.serviceOf("GET", "/models/m-1")).isEqualTo(QUERY);
        assertThat(SMALL.serviceOf("PATCH", "/models/m-1")).isEqualTo(INGEST);
        assertThat(SMALL.serviceOf("HEAD", "/models/m-1")).isEqualTo(QUERY);
    }

    @Test
    void prefersWhatIsWrittenOutToWhatVaries() {
        assertThat(SMALL.serviceOf("POST", "/models/search")).isEqualTo(QUERY);
        assertThat(SMALL.serviceOf("GET", "/files/12/size")).isEqualTo(QUERY);
        assertThat(SMALL.serviceOf("GET", "/files/1234/size")).isEqualTo(ARTIFACT);
        assertThat(SMALL.serviceOf("GET", "/files/a/b%2Fc+d.txt")).isEqualTo(ARTIFACT);
    }

    @Test
    void sendsAWrongMethodToWhoKnowsThePath() {
        assertThat(SMALL.serviceOf("GET", "/api/write")).isEqualTo(INGEST);
        assertThat(SMALL.serviceOf("DELETE", "/files/a")).isEqualTo(ARTIFACT);
    }

    @Test
    void sendsTheRestToTheFallback() {
        assertThat(SMALL.serviceOf("GET", "/")).isEqualTo(QUERY);
        assertThat(SMALL.serviceOf("POST", "/nowhere")).isEqualTo(QUERY);
        assertThat(SMALL.serviceOf("GET", "/models/m-1/more")).isEqualTo(QUERY);
    }

    @Test
    void knowsBothPrefixesOfAnApiAndASlashAtItsEnd() {
        assertThat(SMALL.serviceOf("POST", "/ajax-api/write")).isEqualTo(INGEST);
        assertThat(SMALL.serviceOf("POST", "/api/write/")).isEqualTo(INGEST);
    }

    /** The table that is made from the annotations of the services. */
    @ParameterizedTest
    @CsvSource({
        "POST, /api/2.0/mlflow/runs/create, INGEST",
        "POST, /api/2.0/mlflow/runs/log-batch, INGEST",
        "GET, /api/2.0/mlflow/runs/get, QUERY",
        "POST, /ajax-api/2.0/mlflow/runs/search, QUERY",
        "PUT, /api/2.0/mlflow-artifacts/artifacts/0/run/artifacts/a%20b.txt, ARTIFACT",
        "GET, /api/2.0/mlflow-artifacts/artifacts, ARTIFACT",
        "GET, /version, QUERY",
        "GET, /health, QUERY",
        "GET, /static-files/main.js, QUERY",
        "POST, /graphql, QUERY",
        "GET, /, QUERY"
    })
    void ofThisBuildKnowsTheServices(String method, String path, Service service) {
        assertThat(RouteTable.parse(BuiltRoutes.text()).serviceOf(method, path)).isEqualTo(service);
    }
}
