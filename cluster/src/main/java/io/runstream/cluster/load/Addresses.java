package io.runstream.cluster.load;

import java.net.URI;
import java.util.List;
import java.util.random.RandomGenerator;

/** Where clients may go: through the gateway, or behind its back. */
public record Addresses(URI gateway, List<URI> ingest, List<URI> query) {
    public Addresses {
        ingest = List.copyOf(ingest);
        query = List.copyOf(query);
    }

    URI toWrite(RandomGenerator random) {
        return pick(ingest, random);
    }

    URI toRead(RandomGenerator random) {
        return pick(query, random);
    }

    private URI pick(List<URI> replicas, RandomGenerator random) {
        return random.nextBoolean() ? gateway : replicas.get(random.nextInt(replicas.size()));
    }
}
