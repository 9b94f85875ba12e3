package io.runstream.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The images that the build makes. */
final class Images {
    private static final Pattern IMAGE = Pattern.compile("<image>(runstream/[a-z-]+):\\$\\{project\\.version}</image>");

    private Images() {}

    /** {@code runstream/gateway} and so on, as pom.xml tells Jib. */
    static Set<String> built() throws IOException {
        Set<String> names = new TreeSet<>();
        Matcher image = IMAGE.matcher(Files.readString(Path.of("pom.xml")));
        while (image.find()) {
            names.add(image.group(1));
        }
        return names;
    }
}
