/** The archive: a folder of files that are written once, found whole or not at all, and checked by their digests. */
@NullMarked
package io.runstream.transfer.archive;

import org.jspecify.annotations.NullMarked;
