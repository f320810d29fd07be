package dev.pag.benchmarks.stage;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What the JVM counts per thread: unlike the clock, it does not run while others do. */
final class ThreadCost {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private ThreadCost() {}

  /** CPU time of the calling thread. */
  static long cpuNanos() {
    return THREADS.getCurrentThreadCpuTime();
  }

  /** CPU time of all threads, those of the collector and the compiler included. */
  static long processCpuNanos() {
    return PROCESS.getProcessCpuTime();
  }

  /** Bytes the calling thread has allocated so far. */
  static long allocatedBytes() {
    return THREADS.getCurrentThreadAllocatedBytes();
  }
}
