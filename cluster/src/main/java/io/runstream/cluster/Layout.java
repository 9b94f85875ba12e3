package io.runstream.cluster;

/**
 * How many processes of each kind.
 *
 * @param brokers of Kafka; an acknowledged write is on two of three
 */
public record Layout(int brokers, int ingest, int query, int artifact) {

    /** Three brokers, two of each service: any one of them may go. */
    public static Layout redundant() {
        return new Layout(3, 2, 2, 2);
    }

    /** One of each, for small machines. */
    public static Layout single() {
        return new Layout(1, 1, 1, 1);
    }

    public Layout {
        if (brokers < 1 || ingest < 1 || query < 1 || artifact < 1) {
            throw new IllegalArgumentException("At least one process of each kind");
        }
    }
}
