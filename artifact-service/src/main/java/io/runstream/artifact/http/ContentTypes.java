package io.runstream.artifact.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/** What kind of file a name promises, as MLflow guesses it: what the web page shows as text, and everything else by Python's list. */
public final class ContentTypes {
    private static final String BINARY = "application/octet-stream";
    private static final String TEXT = "text/plain";
    private static final Set<String> TEXT_ENDINGS = Set.of(
            "txt",
            "log",
            "err",
            "cfg",
            "conf",
            "cnf",
            "cf",
            "ini",
            "properties",
            "prop",
            "hocon",
            "toml",
            "yaml",
            "yml",
            "xml",
            "json",
            "js",
            "py",
            "py3",
            "csv",
            "tsv",
            "md",
            "rst",
            "ipynb",
            "MLmodel",
            "MLproject");
    private static final Set<String> COMPRESSIONS = Set.of("gz", "z", "bz2", "xz", "br");
    private static final Map<String, String> SHORT_FORMS =
            Map.of("svgz", "svg", "tgz", "tar", "taz", "tar", "tz", "tar", "tbz2", "tar", "txz", "tar");
    private static final Properties BY_ENDING = load();

    private ContentTypes() {}

    /** @param name of a file, without its folders */
    public static String of(String name) {
        String ending = ending(name);
        if (TEXT_ENDINGS.contains(ending.isEmpty() ? name : ending)) {
            return TEXT;
        }
        String type = ending.toLowerCase(Locale.ROOT);
        if (COMPRESSIONS.contains(type)) {
            type = ending(name.substring(0, name.length() - ending.length() - 1))
                    .toLowerCase(Locale.ROOT);
        }
        return BY_ENDING.getProperty(SHORT_FORMS.getOrDefault(type, type), BINARY);
    }

    /** After the last dot; empty for {@code name}, {@code name.} and {@code .name}. */
    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : name.substring(dot + 1);
    }

    private static Properties load() {
        Properties properties = new Properties();
        try (InputStream in =
                Objects.requireNonNull(ContentTypes.class.getResourceAsStream("content-types.properties"))) {
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
