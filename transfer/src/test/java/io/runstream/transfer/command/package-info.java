@NullMarked
package io.runstream.transfer.command;

import org.jspecify.annotations.NullMarked;
