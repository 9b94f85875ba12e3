/** What lets an operator follow one request: through services, through the log, and in what they write down. */
@NullMarked
package io.runstream.kit.observe;

import org.jspecify.annotations.NullMarked;
