package io.runstream.bench.growth;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of {@code bench/run --growth}.
 *
 * @param script that starts Runstream
 * @param steps how many runs there are at each, ascending
 * @param have how many runs the folder holds from an earlier time
 * @param folder where to keep the data afterwards; empty: a temporary one, removed after success
 * @param results the file to write the page to
 */
public record GrowthOptions(Path script, List<Long> steps, long have, Optional<Path> folder, Path results) {
    /** The first word of a command line that this is about. */
    public static final String WORD = "--growth";

    private static final List<Long> STEPS = List.of(1_000L, 10_000L, 100_000L, 1_000_000L);

    public static String usage() {
        return """
                usage: bench/run --growth [options]
                  --steps A,B          numbers of runs (1000,10000,100000,1000000: 15 GB on the disk, an hour)
                  --folder DIR         a folder for the data, which stay (a temporary one)
                  --have N             the folder holds so many runs from an earlier time: go on from there (0)
                  --runstream FILE     the script that starts Runstream (./runstream)
                  --results FILE       where the tables go (bench/GROWTH.md)
                """;
    }

    /**
     * @param words behind {@link #WORD}
     * @throws IllegalArgumentException if a word can't be understood; the message says which
     */
    public static GrowthOptions parse(List<String> words) {
        GrowthOptions options = new GrowthOptions(
                Path.of("runstream").toAbsolutePath(), STEPS, 0, Optional.empty(), Path.of("bench", "GROWTH.md"));
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            if (!rest.hasNext()) {
                throw new IllegalArgumentException("Option " + option + " is unknown or needs a value");
            }
            options = options.with(option, rest.next());
        }
        return options;
    }

    private GrowthOptions with(String option, String value) {
        return switch (option) {
            case "--steps" -> new GrowthOptions(script, numbers(value), have, folder, results);
            case "--have" -> new GrowthOptions(script, steps, numbers(value).getFirst(), folder, results);
            case "--folder" ->
                new GrowthOptions(
                        script, steps, have, Optional.of(Path.of(value).toAbsolutePath()), results);
            case "--runstream" -> new GrowthOptions(Path.of(value).toAbsolutePath(), steps, have, folder, results);
            case "--results" -> new GrowthOptions(script, steps, have, folder, Path.of(value));
            default -> throw new IllegalArgumentException("Unknown option " + option);
        };
    }

    private static List<Long> numbers(String value) {
        try {
            List<Long> numbers = Arrays.stream(value.split(",", -1))
                    .map(Long::parseUnsignedLong)
                    .toList();
            if (numbers.equals(numbers.stream().sorted().distinct().toList())) {
                return numbers;
            }
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("Numbers are needed, not " + value, notANumber);
        }
        throw new IllegalArgumentException("Ascending numbers are needed, not " + value);
    }
}
