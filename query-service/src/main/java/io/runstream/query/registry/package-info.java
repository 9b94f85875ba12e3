/** Reads of registered models and their versions. */
@NullMarked
package io.runstream.query.registry;

import org.jspecify.annotations.NullMarked;
