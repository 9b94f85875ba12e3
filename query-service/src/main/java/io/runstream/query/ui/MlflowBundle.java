package io.runstream.query.ui;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The web page that comes with an installed MLflow.
 *
 * @param files the folder that holds {@code index.html} and all it loads
 * @param version of the MLflow it comes with; empty if that does not say
 */
public record MlflowBundle(Path files, Optional<String> version) {
    /** The MLflow whose API is served here: its page asks for nothing else. */
    private static final String TESTED = "3.17";

    private static final Pattern VERSION = Pattern.compile("^VERSION\\s*=\\s*[\"']([^\"']+)[\"']", Pattern.MULTILINE);

    /**
     * Looks where a package lies in a virtual environment, in {@code site-packages}, or at the folder itself.
     *
     * @throws NoBundleException with a sentence for whoever named the folder
     */
    public static MlflowBundle in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new NoBundleException("There is no folder " + folder + " to take MLflow's web page from.");
        }
        Path mlflow = candidates(folder).stream()
                .filter(MlflowBundle::isMlflow)
                .findFirst()
                .orElseThrow(() -> new NoBundleException(folder + " is neither MLflow's Python package nor a virtual"
                        + " environment in which MLflow is installed (pip install mlflow==3.17.2)."));
        Path files = mlflow.resolve("server").resolve("js").resolve("build");
        if (!Files.isRegularFile(files.resolve("index.html"))) {
            throw new NoBundleException("The MLflow in " + mlflow + " has no web page: a source checkout and"
                    + " mlflow-skinny have none, the package mlflow from PyPI has.");
        }
        return new MlflowBundle(files, versionOf(mlflow));
    }

    /** Whether it is of the MLflow that this page was tested with. */
    public boolean isTested() {
        return version.filter(found -> found.startsWith(TESTED + ".")).isPresent();
    }

    private static List<Path> candidates(Path folder) {
        List<Path> candidates = new ArrayList<>();
        candidates.add(folder);
        candidates.add(folder.resolve("mlflow"));
        candidates.add(folder.resolve("Lib").resolve("site-packages").resolve("mlflow"));
        Path lib = folder.resolve("lib");
        if (Files.isDirectory(lib)) {
            try (DirectoryStream<Path> pythons = Files.newDirectoryStream(lib, "python*")) {
                pythons.forEach(
                        python -> candidates.add(python.resolve("site-packages").resolve("mlflow")));
            } catch (IOException e) {
                throw new NoBundleException(lib + " can't be read: " + e.getMessage());
            }
        }
        return candidates;
    }

    private static boolean isMlflow(Path folder) {
        return Files.isRegularFile(folder.resolve("version.py")) && Files.isDirectory(folder.resolve("tracking"));
    }

    private static Optional<String> versionOf(Path mlflow) {
        try {
            Matcher version = VERSION.matcher(Files.readString(mlflow.resolve("version.py")));
            return version.find() ? Optional.of(version.group(1)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
