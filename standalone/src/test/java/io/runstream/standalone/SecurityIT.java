package io.runstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.runstream.routes.Route;
import io.runstream.routes.WriteRoutes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every route of every service, as the build lists them, asked by nobody, by a stranger, by a reader, by the owner and by an
 * administrator. A new route is in it by itself, and fails it until {@link SecuredRequests} has a request for it.
 */
class SecurityIT {
    private static final List<String> SERVICES =
            List.of("query=io.runstream.query", "ingest=io.runstream.ingest", "artifact=io.runstream.artifact");
    private static final SecuredRequests REQUESTS = new SecuredRequests();

    @TempDir
    static Path data;

    private static RunstreamProcess runstream;
    private static Person administrator;
    private static Person owner;
    private static Person stranger;
    private static Person reader;

    /** Nothing of it is changed by who may not. */
    private static SecuredWorld world;

    @BeforeAll
    static void startServer() {
        runstream = RunstreamProcess.startSecured(data);
        URI server = runstream.url();
        administrator = Person.named(server, "admin");
        owner = user("ada");
        stranger = user("bob");
        reader = user("cyd");
        world = SecuredWorld.of(administrator, owner);
        owner.grantRead(reader.name(), "experiment", world.experiment());
        owner.grantRead(reader.name(), "registered_model", world.model());
    }

    @AfterAll
    static void stopServer() throws InterruptedException {
        runstream.close();
    }

    private static Person user(String name) {
        administrator.post("users/create", Map.of("username", name, "password", Person.PASSWORD));
        return Person.named(runstream.url(), name);
    }

    static Stream<Route> routes() throws IOException {
        return WriteRoutes.routes(SERVICES).stream();
    }

    static Stream<Route> guarded() throws IOException {
        return routes().filter(route -> !route.guard().equals("PUBLIC"));
    }

    /** Those that touch what is somebody's. */
    static Stream<Route> ofThings() throws IOException {
        return guarded().filter(SecurityIT::isOfThings);
    }

    static Stream<Route> ofAdministrators() throws IOException {
        return guarded().filter(route -> route.guard().equals("ADMINISTRATOR"));
    }

    /** Those that are about a user. */
    static Stream<Route> ofUsers() throws IOException {
        return guarded().filter(route -> route.guard().equals("SELF_OR_ADMINISTRATOR"));
    }

    static Stream<Route> searches() throws IOException {
        return guarded().filter(route -> route.guard().equals("SEARCH"));
    }

    private static boolean isOfThings(Route route) {
        return route.guard().startsWith("EXPERIMENT_") || route.guard().startsWith("MODEL_");
    }

    private static boolean isRead(Route route) {
        return route.guard().endsWith("_READ");
    }

    /** What a request changes is made for it alone. */
    private static SecuredWorld worldFor(Route route) {
        boolean changes = !isRead(route)
                && !route.guard().equals("SEARCH")
                && !route.method().equals("GET");
        return changes ? SecuredWorld.of(administrator, owner) : world;
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void whoDoesNotSayWhoTheyAreGets401(Route route) {
        HttpResponse<String> answer = send(Person.unknown(runstream.url()), route, world);

        refused(route, answer, 401, "UNAUTHENTICATED");
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(way -> assertThat(way).startsWith("Basic"));
    }

    @ParameterizedTest
    @MethodSource("ofThings")
    void strangerGets403(Route route) {
        refused(route, send(stranger, route, world), 403, "PERMISSION_DENIED");
    }

    @ParameterizedTest
    @MethodSource("ofAdministrators")
    void whoIsNoAdministratorGets403(Route route) {
        refused(route, send(owner, route, world), 403, "PERMISSION_DENIED");
    }

    @ParameterizedTest
    @MethodSource("ofUsers")
    void whoIsAboutThemselvesMayAndOthersMayNot(Route route) {
        SecuredWorld own = worldFor(route);

        refused(route, send(stranger, route, own), 403, "PERMISSION_DENIED");
        accepted(route, send(Person.named(runstream.url(), own.guest()), route, own), own);
    }

    @ParameterizedTest
    @MethodSource("searches")
    void searchFindsForAStrangerNothingAndForItsOwnerEverything(Route route) {
        HttpResponse<String> nothing = send(stranger, route, world);
        HttpResponse<String> everything = send(owner, route, world);

        assertThat(nothing.statusCode()).isEqualTo(200);
        assertThat(nothing.body()).doesNotContain(world.word());
        assertThat(everything.statusCode()).isEqualTo(200);
        assertThat(everything.body()).contains(world.word());
    }

    @ParameterizedTest
    @MethodSource("ofThings")
    void readerReadsAndChangesNothing(Route route) {
        HttpResponse<String> answer = send(reader, route, world);

        if (isRead(route)) {
            accepted(route, answer, world);
        } else {
            refused(route, answer, 403, "PERMISSION_DENIED");
        }
    }

    @ParameterizedTest
    @MethodSource("ofThings")
    void ownerMay(Route route) {
        SecuredWorld own = worldFor(route);

        accepted(route, send(owner, route, own), own);
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void administratorMay(Route route) {
        SecuredWorld own = worldFor(route);

        accepted(route, send(administrator, route, own), own);
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void noOtherSpellingOfAPathGetsAround(Route route) {
        SecuredRequest request = REQUESTS.of(route, world);
        for (String path : spellings(request.path())) {
            HttpResponse<String> unknown = send(Person.unknown(runstream.url()), route, request.at(path));
            HttpResponse<String> foreign = send(stranger, route, request.at(path));

            assertThat(unknown.statusCode()).as(route + " at " + path).isBetween(400, 499);
            if (isOfThings(route) || route.guard().endsWith("ADMINISTRATOR")) {
                assertThat(foreign.statusCode()).as(route + " at " + path).isBetween(400, 499);
            }
            assertThat(foreign.body()).as(route + " at " + path).doesNotContain("\"" + world.word());
        }
    }

    private static List<String> spellings(String path) {
        return List.of(
                path.replace("/api/", "/ajax-api/"),
                path + "/",
                path + "//",
                "/" + path,
                path.replaceFirst("(?<=.)/", "//"),
                path + "/.",
                "/." + path,
                "/x/.." + path,
                path + ";a=b",
                path + "%20",
                path.replaceFirst("mlflow", "mlfl%6fw"),
                path.replaceFirst("/api/", "/%61pi/"),
                path.replaceFirst("/api/", "/API/"),
                path.replaceFirst("/api/", "/static-files/../api/"),
                path.replaceFirst("/api/", "/health/../api/"),
                path.replaceFirst("/api/", "/q/../api/"));
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void noOtherMethodGetsAround(Route route) {
        SecuredRequest request = REQUESTS.of(route, world);
        for (String method :
                List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "get", "PROPFIND")) {
            HttpResponse<String> unknown = Person.unknown(runstream.url())
                    .send(method, request.target(), request.body(), "X-HTTP-Method-Override", route.method());
            HttpResponse<String> foreign =
                    stranger.send(method, request.target(), request.body(), "X-HTTP-Method-Override", route.method());

            if (!method.equals("OPTIONS")) {
                assertThat(unknown.statusCode()).as(method + " for " + route).isBetween(400, 499);
            }
            assertThat(unknown.body()).as(method + " for " + route).doesNotContain(world.word());
            assertThat(foreign.body()).as(method + " for " + route).doesNotContain("\"" + world.word());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/2.0/mlflow/gateway-proxy",
                "/ajax-api/2.0/mlflow/gateway-proxy",
                "/ajax-api/3.0/mlflow/scorers/list",
                "/api/2.0/mlflow/nothing/here",
                "/nothing"
            })
    void whatIsMadeWhileStartingAndWhatIsNotThereAsksForANameToo(String path) {
        HttpResponse<String> answer = Person.unknown(runstream.url()).send("GET", path, null);

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/api/3.0/mlflow/server-info", "/ajax-api/3.0/mlflow/server-info"})
    void whatIsAskedBeforeAnybodyCanSayWhoTheyAreIsOpen(String path) {
        assertThat(Person.unknown(runstream.url()).send("GET", path, null).statusCode())
                .isEqualTo(200);
    }

    private static HttpResponse<String> send(Person sender, Route route, SecuredWorld of) {
        return send(sender, route, REQUESTS.of(route, of));
    }

    private static HttpResponse<String> send(Person sender, Route route, SecuredRequest request) {
        return sender.send(route.method(), request.target(), request.body());
    }

    private static void refused(Route route, HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(route + ": " + answer.body()).isEqualTo(status);
        if (!route.method().equals("HEAD")) {
            assertThat(Person.json(answer).path("error_code").asText()).isEqualTo(code);
        }
    }

    private static void accepted(Route route, HttpResponse<String> answer, SecuredWorld of) {
        assertThat(answer.statusCode())
                .as(route + ": " + answer.body())
                .isEqualTo(REQUESTS.of(route, of).answered());
    }
}
