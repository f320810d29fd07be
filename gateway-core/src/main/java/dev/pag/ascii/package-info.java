/** Bytes in and bytes out: byte classes, searching, hashing, numbers. */
@NullMarked
package dev.pag.ascii;

import org.jspecify.annotations.NullMarked;
