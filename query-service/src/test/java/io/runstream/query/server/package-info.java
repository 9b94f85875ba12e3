@NullMarked
package io.runstream.query.server;

import org.jspecify.annotations.NullMarked;
