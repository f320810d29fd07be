/**
 * Fixtures shared by the tests of all modules: data-file cases, the reference gateway, random
 * pushes.
 */
@NullMarked
package dev.pag.testing;

import org.jspecify.annotations.NullMarked;
