/** The whole server as a process of its own: under load, scraped, started, at rest. */
@NullMarked
package dev.pag.benchmarks.load;

import org.jspecify.annotations.NullMarked;
