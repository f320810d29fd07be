/** Stress tests of the store, in the package of what they test. */
@NullMarked
package dev.pag.aggregate;

import org.jspecify.annotations.NullMarked;
