package dev.pag.netty;

import dev.pag.Gateway;

/** What all connections of one listener share. */
record Edge(
    Gateway gateway,
    RequestPlanner planner,
    HttpLimits limits,
    RequestMetrics metrics,
    RefusalLog refusals,
    Readiness readiness,
    HealthAnswers health,
    PageSupplier pages) {}
