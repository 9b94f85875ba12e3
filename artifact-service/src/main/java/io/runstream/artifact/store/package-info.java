/** What the service needs of a store: a handful of operations on named objects, as streams. */
@NullMarked
package io.runstream.artifact.store;

import org.jspecify.annotations.NullMarked;
