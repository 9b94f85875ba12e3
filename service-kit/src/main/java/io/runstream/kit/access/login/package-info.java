/** Finds out who is calling, before any route. */
@NullMarked
package io.runstream.kit.access.login;

import org.jspecify.annotations.NullMarked;
