/** Stress tests of the cut, in the package of what they test. */
@NullMarked
package dev.pag.snapshot;

import org.jspecify.annotations.NullMarked;
