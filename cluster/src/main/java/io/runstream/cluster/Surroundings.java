package io.runstream.cluster;

import io.runstream.cluster.way.Network;
import java.util.Map;
import java.util.function.Function;

/**
 * What is odd about the world that a cluster runs in.
 *
 * @param network what lies between its processes
 * @param clocks environment variables, by a process's name, that put its clock wrong
 * @param standbys whether Postgres can be followed
 */
public record Surroundings(Network network, Function<String, Map<String, String>> clocks, boolean standbys) {

    /** Nothing is. */
    public static Surroundings plain() {
        return new Surroundings(Network.DIRECT, name -> Map.of(), false);
    }
}
