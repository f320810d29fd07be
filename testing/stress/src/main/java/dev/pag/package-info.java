/** Stress tests of the engine through its front. */
@NullMarked
package dev.pag;

import org.jspecify.annotations.NullMarked;
