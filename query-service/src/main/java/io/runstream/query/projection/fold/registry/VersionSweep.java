package io.runstream.query.projection.fold.registry;

/**
 * What a batch does to the versions of one registered model that it has not loaded: at most all that are in a stage, or
 * all. Times are milliseconds since the epoch, 0 for never.
 *
 * @param touchedAt when all were
 * @param stagingArchivedAt when those in Staging were
 * @param productionArchivedAt when those in Production were
 */
public record VersionSweep(long registration, long touchedAt, long stagingArchivedAt, long productionArchivedAt) {
    static VersionSweep none(long registration) {
        return new VersionSweep(registration, 0, 0, 0);
    }

    VersionSweep touched(long at) {
        return new VersionSweep(registration, Math.max(touchedAt, at), stagingArchivedAt, productionArchivedAt);
    }

    VersionSweep stagingArchived(long at) {
        return new VersionSweep(registration, touchedAt, Math.max(stagingArchivedAt, at), productionArchivedAt);
    }

    VersionSweep productionArchived(long at) {
        return new VersionSweep(registration, touchedAt, stagingArchivedAt, Math.max(productionArchivedAt, at));
    }
}
