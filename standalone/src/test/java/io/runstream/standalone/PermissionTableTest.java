package io.runstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.runstream.routes.Route;
import io.runstream.routes.WriteRoutes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page that says which call needs what is made of the annotations themselves. */
class PermissionTableTest {
    private static final Path PAGE = Path.of("../docs/permissions.md");

    private static final Map<String, String> NEEDS = Map.ofEntries(
            Map.entry("PUBLIC", "nothing"),
            Map.entry("AUTHENTICATED", "a name"),
            Map.entry("ADMINISTRATOR", "an administrator"),
            Map.entry("SELF_OR_ADMINISTRATOR", "the user themselves, or an administrator"),
            Map.entry("SEARCH", "a name; finds what the caller may read"),
            Map.entry("EXPERIMENT_READ", "READ on the experiment"),
            Map.entry("EXPERIMENT_UPDATE", "EDIT on the experiment"),
            Map.entry("EXPERIMENT_DELETE", "MANAGE on the experiment"),
            Map.entry("EXPERIMENT_MANAGE", "MANAGE on the experiment"),
            Map.entry("MODEL_READ", "READ on the registered model"),
            Map.entry("MODEL_UPDATE", "EDIT on the registered model"),
            Map.entry("MODEL_DELETE", "MANAGE on the registered model"),
            Map.entry("MODEL_MANAGE", "MANAGE on the registered model"));

    @Test
    void pageOfPermissionsIsWhatTheAnnotationsSay() throws IOException {
        String page = page(WriteRoutes.routes(
                List.of("query=io.runstream.query", "ingest=io.runstream.ingest", "artifact=io.runstream.artifact")));
        if (Boolean.getBoolean("runstream.docs.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE)
                .as("docs/permissions.md is made by ./mvnw -pl standalone -am -Dtest=PermissionTableTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Drunstream.docs.write=true test")
                .hasContent(page);
    }

    private static String page(Collection<Route> routes) {
        StringBuilder page = new StringBuilder("""
                # Which call needs what

                Made from the annotations of the resources; a test keeps it so. What follows from it is in [security.md](security.md).
                Each path below `/api/` is also served below `/ajax-api/`.

                | call | needs |
                |---|---|
                """);
        routes.forEach(route -> page.append("| `")
                .append(route.method())
                .append(' ')
                .append(route.path())
                .append("` | ")
                .append(NEEDS.getOrDefault(route.guard(), route.guard()))
                .append(" |\n"));
        return page.append("| everything else | a name |\n").toString();
    }
}
