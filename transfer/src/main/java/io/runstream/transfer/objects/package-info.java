/** Artifacts: from a folder's store into an archive, and from there into another store. */
@NullMarked
package io.runstream.transfer.objects;

import org.jspecify.annotations.NullMarked;
