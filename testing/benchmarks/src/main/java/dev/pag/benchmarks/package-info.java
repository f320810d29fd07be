/** What the benchmarks share: generated series, machine and process facts, the report. */
@NullMarked
package dev.pag.benchmarks;

import org.jspecify.annotations.NullMarked;
