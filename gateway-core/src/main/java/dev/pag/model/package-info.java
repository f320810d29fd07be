/** The data the stages exchange: types, labels, limits, refusals. */
@NullMarked
package dev.pag.model;

import org.jspecify.annotations.NullMarked;
