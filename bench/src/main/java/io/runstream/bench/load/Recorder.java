package io.runstream.bench.load;

import io.runstream.bench.http.Response;
import org.HdrHistogram.Histogram;

/** Counts what one connection meets. Used by one thread. */
final class Recorder {

    private static final int SIGNIFICANT_DIGITS = 3;

    private final Histogram latencies = new Histogram(SIGNIFICANT_DIGITS);
    private long pushedBack;
    private long failed;
    private String firstFailure = "";

    void succeeded(long nanos) {
        latencies.recordValue(nanos / 1_000);
    }

    void pushedBack() {
        pushedBack++;
    }

    void failed(Response response) {
        failed("Status " + response.status() + ": " + response.excerpt());
    }

    void failed(String reason) {
        failed++;
        if (firstFailure.isEmpty()) {
            firstFailure = reason;
        }
    }

    void add(Recorder other) {
        latencies.add(other.latencies);
        pushedBack += other.pushedBack;
        failed += other.failed;
        if (firstFailure.isEmpty()) {
            firstFailure = other.firstFailure;
        }
    }

    Histogram latencies() {
        return latencies;
    }

    long pushedBackCount() {
        return pushedBack;
    }

    long failedCount() {
        return failed;
    }

    String firstFailure() {
        return firstFailure;
    }
}
