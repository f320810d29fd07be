/** The cut that makes a scrape see each push whole, and the copies it hands to the exposition. */
@NullMarked
package dev.pag.snapshot;

import org.jspecify.annotations.NullMarked;
