/** What operators are told of a module's settings is what its configuration interfaces say. */
@NullMarked
package io.runstream.testkit.settings;

import org.jspecify.annotations.NullMarked;
