@NullMarked
package dev.pag.cli;

import org.jspecify.annotations.NullMarked;
