/** The gateway's metrics about itself, on the official Prometheus client. */
@NullMarked
package dev.pag.netty.metrics;

import org.jspecify.annotations.NullMarked;
