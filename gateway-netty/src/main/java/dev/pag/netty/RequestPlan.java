package dev.pag.netty;

import org.jspecify.annotations.Nullable;

/**
 * The decision about one request.
 *
 * @param route how to measure it, null for not at all
 */
record RequestPlan(@Nullable Route route, CorsVerdict cors, Action action) {}
