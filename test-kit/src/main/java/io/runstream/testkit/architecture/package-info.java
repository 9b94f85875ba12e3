/** The rules that hold in every module, as tests that a module inherits. */
@NullMarked
package io.runstream.testkit.architecture;

import org.jspecify.annotations.NullMarked;
