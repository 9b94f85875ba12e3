/** Who did what, and when: read from the log itself. */
@NullMarked
package io.runstream.query.audit;

import org.jspecify.annotations.NullMarked;
