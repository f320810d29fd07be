@NullMarked
package dev.pag.netty.metrics;

import org.jspecify.annotations.NullMarked;
