package dev.pag.netty;

/** One field of an answer. */
record Header(CharSequence name, CharSequence value) {}
