package io.runstream.transfer.archive;

import java.util.UUID;

/**
 * What an archive is of: {@code archive.json}, written when it is begun.
 *
 * @param format of the archive's files; 1
 * @param id by which a target knows what came from it
 * @param source identity of the log that it is of
 * @param madeAt milliseconds since the epoch
 */
public record Manifest(int format, UUID id, String source, long madeAt) {
    static final int FORMAT = 1;
}
