package dev.pag.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The open connections of a listener, so that a drain can wait for the last. Threads: any. */
final class Connections {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition empty = lock.newCondition();
  private final Set<Channel> open = new HashSet<>(); // guarded by lock

  /** Keeps {@code channel} until it closes. */
  void add(Channel channel) {
    lock.lock();
    try {
      open.add(channel);
    } finally {
      lock.unlock();
    }
    ChannelFuture unused = channel.closeFuture().addListener(closed -> remove(channel));
  }

  private void remove(Channel channel) {
    lock.lock();
    try {
      open.remove(channel);
      if (open.isEmpty()) {
        empty.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Tells every open connection's handlers on its own event loop. */
  void fireUserEvent(Object event) {
    for (Channel channel : snapshot()) {
      channel.pipeline().fireUserEventTriggered(event);
    }
  }

  private List<Channel> snapshot() {
    lock.lock();
    try {
      return new ArrayList<>(open);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for the last connection to close.
   *
   * @return false if some were open still when the time was up
   */
  boolean awaitEmpty(Duration timeout) throws InterruptedException {
    long leftNanos = timeout.toNanos();
    lock.lock();
    try {
      while (!open.isEmpty() && leftNanos > 0) {
        leftNanos = empty.awaitNanos(leftNanos);
      }
      return open.isEmpty();
    } finally {
      lock.unlock();
    }
  }
}
