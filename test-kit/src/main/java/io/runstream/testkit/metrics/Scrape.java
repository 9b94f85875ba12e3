package io.runstream.testkit.metrics;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a process answers to Prometheus.
 *
 * @param text in Prometheus' own format
 */
public record Scrape(String text) {
    private static final Pattern FAMILY = Pattern.compile("^# TYPE (\\S+) (\\S+)$", Pattern.MULTILINE);
    private static final Pattern SAMPLE = Pattern.compile("^([a-zA-Z_:][a-zA-Z0-9_:]*)", Pattern.MULTILINE);

    /** Runstream's own metrics, as documented: what a timer tells of its greatest value is no metric of its own. */
    public Set<String> ownMetrics() {
        Set<String> families = new TreeSet<>();
        Matcher matcher = FAMILY.matcher(text);
        while (matcher.find()) {
            if (matcher.group(1).startsWith("runstream_")) {
                families.add(matcher.group(1));
            }
        }
        families.removeIf(
                name -> name.endsWith("_max") && families.contains(name.substring(0, name.length() - "_max".length())));
        return families;
    }

    /** The names of all samples, as a query may use them. */
    public Set<String> samples() {
        return SAMPLE.matcher(text)
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
