/** What the server says about itself, and what it takes without using it. */
@NullMarked
package io.runstream.query.server;

import org.jspecify.annotations.NullMarked;
