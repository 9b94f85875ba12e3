/** Requests and answers about users and their permissions. */
@NullMarked
package io.runstream.api.access;

import org.jspecify.annotations.NullMarked;
