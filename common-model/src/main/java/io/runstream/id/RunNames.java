package io.runstream.id;

import java.util.List;
import java.util.random.RandomGenerator;

/** Names for runs that got none: {@code adjective-animal-number}, at most {@value #MAX_LENGTH} characters, as MLflow's. */
public final class RunNames {
    private static final int MAX_LENGTH = 20;
    private static final int MAX_NUMBER = 1000;

    private static final List<String> ADJECTIVES = List.of(
            "agile",
            "amber",
            "ample",
            "bold",
            "brave",
            "breezy",
            "bright",
            "brisk",
            "calm",
            "candid",
            "casual",
            "cheery",
            "civil",
            "clean",
            "clever",
            "cosmic",
            "cozy",
            "crisp",
            "curious",
            "daring",
            "dapper",
            "deft",
            "eager",
            "early",
            "earnest",
            "exact",
            "fair",
            "famous",
            "fast",
            "fearless",
            "fine",
            "fleet",
            "fond",
            "frank",
            "fresh",
            "gentle",
            "gifted",
            "glad",
            "golden",
            "grand",
            "handy",
            "happy",
            "hardy",
            "honest",
            "humble",
            "ideal",
            "jolly",
            "keen",
            "kind",
            "lively",
            "loyal",
            "lucid",
            "lucky",
            "mellow",
            "merry",
            "mighty",
            "mild",
            "modest",
            "neat",
            "nimble",
            "noble",
            "open",
            "patient",
            "plucky",
            "polite",
            "proud",
            "quick",
            "quiet",
            "rapid",
            "ready",
            "robust",
            "rosy",
            "serene",
            "sharp",
            "shiny",
            "silent",
            "silver",
            "sincere",
            "smart",
            "smooth",
            "snappy",
            "sober",
            "solid",
            "sparkling",
            "steady",
            "stoic",
            "sunny",
            "sure",
            "swift",
            "tidy",
            "trusty",
            "upbeat",
            "vivid",
            "warm",
            "wise",
            "witty",
            "worthy",
            "zesty");

    private static final List<String> ANIMALS = List.of(
            "ant", "badger", "bat", "bear", "beaver", "bee", "bison", "boar", "bream", "buck", "bug", "calf", "camel",
            "carp", "cat", "cod", "colt", "crab", "crane", "crow", "deer", "dog", "dove", "duck", "eagle", "eel", "elk",
            "falcon", "finch", "fish", "flea", "fly", "fox", "frog", "goat", "goose", "grouse", "gull", "hare", "hawk",
            "hen", "heron", "horse", "hound", "ibis", "jay", "kite", "koi", "lamb", "lark", "lion", "lizard", "llama",
            "loon", "lynx", "mole", "moose", "moth", "mouse", "mule", "newt", "otter", "owl", "ox", "panda", "perch",
            "pigeon", "pony", "puma", "quail", "rabbit", "ram", "rat", "raven", "robin", "rook", "seal", "shark",
            "sheep", "shrew", "shrimp", "skunk", "sloth", "snail", "snake", "sparrow", "squid", "stag", "stork", "swan",
            "tern", "toad", "trout", "turtle", "vole", "wasp", "whale", "wolf", "wren", "yak", "zebra");

    private RunNames() {}

    public static String generate(RandomGenerator random) {
        while (true) {
            String name = pick(ADJECTIVES, random) + "-" + pick(ANIMALS, random) + "-" + random.nextInt(MAX_NUMBER + 1);
            if (name.length() <= MAX_LENGTH) {
                return name;
            }
        }
    }

    private static String pick(List<String> words, RandomGenerator random) {
        return words.get(random.nextInt(words.size()));
    }
}
