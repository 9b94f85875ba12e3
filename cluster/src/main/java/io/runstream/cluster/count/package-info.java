/** What was acknowledged beside what is stored. */
@NullMarked
package io.runstream.cluster.count;

import org.jspecify.annotations.NullMarked;
