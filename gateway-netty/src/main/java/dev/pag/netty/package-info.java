/** The HTTP edge on Netty. */
@NullMarked
package dev.pag.netty;

import org.jspecify.annotations.NullMarked;
