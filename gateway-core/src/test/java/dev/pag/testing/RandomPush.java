package dev.pag.testing;

import dev.pag.model.RefusalReason;
import org.jspecify.annotations.Nullable;

/**
 * A push made up by {@link RandomPushes}.
 *
 * @param rawPath path labels as they stand in the request
 * @param body UTF-8 text; has exactly the flaw below, or none
 * @param flaw why it must be refused, null if it must be accepted
 */
public record RandomPush(String rawPath, String body, @Nullable RefusalReason flaw) {}
