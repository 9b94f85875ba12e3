@NullMarked
package io.runstream.transfer.archive;

import org.jspecify.annotations.NullMarked;
