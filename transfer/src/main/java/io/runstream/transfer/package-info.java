/** Takes what a data folder holds into an archive, and from there into a cluster. */
@NullMarked
package io.runstream.transfer;

import org.jspecify.annotations.NullMarked;
