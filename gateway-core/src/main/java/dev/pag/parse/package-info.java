/** Lines of text format 0.0.4 to tokens; the slow, exact path. */
@NullMarked
package dev.pag.parse;

import org.jspecify.annotations.NullMarked;
