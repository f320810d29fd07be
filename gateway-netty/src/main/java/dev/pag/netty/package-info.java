/**
 * The HTTP edge on Netty: two listeners, one pipeline, no aggregator.
 *
 * <p>Reading order: {@link dev.pag.netty.GatewayServer} starts and drains; {@code HttpInitializer}
 * shows the pipeline; {@code RequestPlanner} decides from a request's head what is to be done;
 * {@code ConnectionHandler} does it, one request at a time.
 */
@NullMarked
package dev.pag.netty;

import org.jspecify.annotations.NullMarked;
