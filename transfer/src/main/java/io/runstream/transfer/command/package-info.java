/** The two commands, from their words to their exit codes. */
@NullMarked
package io.runstream.transfer.command;

import org.jspecify.annotations.NullMarked;
