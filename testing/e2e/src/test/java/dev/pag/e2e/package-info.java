/**
 * The shipped jar as a child process, driven by real clients: Prometheus, promtool, Python, curl, a
 * browser, and raw sockets where the point is how bytes arrive.
 */
@NullMarked
package dev.pag.e2e;

import org.jspecify.annotations.NullMarked;
