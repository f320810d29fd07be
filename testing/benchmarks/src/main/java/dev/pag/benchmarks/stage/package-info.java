/** The engine stage by stage, without a server: ratios for the goals, and JMH for each stage. */
@NullMarked
package dev.pag.benchmarks.stage;

import org.jspecify.annotations.NullMarked;
