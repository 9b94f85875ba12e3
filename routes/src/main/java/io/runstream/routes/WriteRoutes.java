package io.runstream.routes;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import org.jboss.jandex.CompositeIndex;
import org.jboss.jandex.IndexReader;
import org.jboss.jandex.IndexView;

/**
 * {@code WriteRoutes FILE NAME=PACKAGE...} writes the table of all routes of the services on the class path, which are told
 * apart by their packages. The first gets what no route names.
 */
public final class WriteRoutes {
    private WriteRoutes() {}

    /** @throws IOException the file can't be written, or an index can't be read */
    public static void main(String... arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        List<String> services = List.of(arguments).subList(1, arguments.length);
        String table = RouteReader.toTable(routes(services), Services.parse(services));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, table);
    }

    /**
     * All routes of the services on the class path.
     *
     * @param services {@code name=package} for each
     * @throws IOException an index can't be read
     */
    public static SortedSet<Route> routes(List<String> services) throws IOException {
        return new RouteReader(Services.parse(services)).read(indexes());
    }

    private static IndexView indexes() throws IOException {
        List<IndexView> indexes = new ArrayList<>();
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        for (URL url : Collections.list(loader.getResources("META-INF/jandex.idx"))) {
            try (InputStream in = url.openStream()) {
                indexes.add(new IndexReader(in).read());
            }
        }
        return CompositeIndex.create(indexes);
    }
}
