/** Snapshots to bytes. */
@NullMarked
package dev.pag.exposition;

import org.jspecify.annotations.NullMarked;
