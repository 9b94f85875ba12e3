@NullMarked
package io.runstream.transfer.log;

import org.jspecify.annotations.NullMarked;
