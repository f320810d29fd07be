/** The engine's front: open a push, scrape a page. */
@NullMarked
package dev.pag;

import org.jspecify.annotations.NullMarked;
