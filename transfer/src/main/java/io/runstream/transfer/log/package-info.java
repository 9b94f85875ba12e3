/** Events: from a folder's topics into an archive, and from there into a cluster's topics. */
@NullMarked
package io.runstream.transfer.log;

import org.jspecify.annotations.NullMarked;
