/** Benchmarks of stages that only the engine's own package can call. */
@NullMarked
package dev.pag;

import org.jspecify.annotations.NullMarked;
