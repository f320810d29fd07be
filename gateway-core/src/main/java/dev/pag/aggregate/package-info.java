/** Cells, blocks, families, spellings: what is stored and how a push is committed to it. */
@NullMarked
package dev.pag.aggregate;

import org.jspecify.annotations.NullMarked;
