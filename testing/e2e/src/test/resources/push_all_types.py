"""Pushes every metric type of prometheus_client twice, under grouping keys that need escaping.

Arguments: host:port of the gateway, and user:password or nothing.
"""
import sys

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Enum,
    Gauge,
    Histogram,
    Info,
    Summary,
    push_to_gateway,
    pushadd_to_gateway,
)
from prometheus_client.exposition import basic_auth_handler, default_handler

gateway = sys.argv[1]
credentials = sys.argv[2] if len(sys.argv) > 2 else None


def handler(url, method, timeout, headers, data):
    if credentials is None:
        return default_handler(url, method, timeout, headers, data)
    user, password = credentials.split(":", 1)
    return basic_auth_handler(url, method, timeout, headers, data, user, password)


registry = CollectorRegistry()
Counter("orders", "Orders taken.", ["shop"], registry=registry).labels('a"\\\n').inc(3)
Gauge("queue_depth", "Jobs waiting.", registry=registry).set(2.5)
summary = Summary("payload_bytes", "Size of payloads.", registry=registry)
summary.observe(10)
summary.observe(32)
histogram = Histogram("job_seconds", "Time of a job.", buckets=(0.5, 1, 10), registry=registry)
for seconds in (0.25, 0.75, 5, 50):
    histogram.observe(seconds)
Info("build", "What runs.", registry=registry).info({"version": "1.2.3"})
Enum("job_state", "State of the job.", states=["idle", "busy"], registry=registry).state("busy")

grouping_keys = [
    {},
    {"instance": "i 1"},
    {"instance": "/var/tmp"},
    {"instance": ""},
    {"instance": "é+%"},
]
for grouping_key in grouping_keys:
    for push in (push_to_gateway, pushadd_to_gateway):
        push(gateway, "ba tch/x", registry, grouping_key=grouping_key, handler=handler)
