package io.runstream.query.consistency;

import jakarta.inject.Singleton;

/** Takes every partition as projected elsewhere. */
@Singleton
final class PolledProjection implements LocalProjection {
    @Override
    public boolean projects(int partition) {
        return false;
    }
}
