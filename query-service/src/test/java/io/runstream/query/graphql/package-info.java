@NullMarked
package io.runstream.query.graphql;

import org.jspecify.annotations.NullMarked;
