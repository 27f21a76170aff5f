package dev.safar.dispatch.lane;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The threads of one channel, each with a bounded queue. A customer's messages go through one lane, in their order; a slow
 * lane delays its own customers only.
 */
final class Lanes implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Lanes.class.getName());
    private static final long IDLE_MILLIS = 100;

    private final List<BlockingQueue<QueuedMessage>> queues = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Worker worker;
    private volatile boolean running = true;

    /** Does the work on a message. */
    @FunctionalInterface
    interface Worker {

        /** Returns once nothing remains to be done for the message. */
        void deliver(QueuedMessage message) throws Tenure.TenureEndedException;
    }

    Lanes(String channel, int count, int capacity, Worker worker) {
        this.worker = worker;
        for (int i = 0; i < count; i++) {
            BlockingQueue<QueuedMessage> queue = new ArrayBlockingQueue<>(capacity);
            queues.add(queue);
            threads.add(new Thread(() -> work(queue), "safar-dispatch-" + channel + "-" + i));
        }
    }

    void start() {
        threads.forEach(Thread::start);
    }

    /** False if the customer's lane is full. */
    boolean offer(QueuedMessage message) {
        String customer = message.message().key();
        int lane = Math.floorMod(customer == null ? 0 : customer.hashCode(), queues.size());
        return queues.get(lane).offer(message);
    }

    int queued() {
        return queues.stream().mapToInt(BlockingQueue::size).sum();
    }

    /** Begins nothing new, and returns when the last thread has ended or the patience has. */
    @Override
    public void close() {
        running = false;
        try {
            for (Thread thread : threads) {
                thread.join(TimeUnit.SECONDS.toMillis(30));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(BlockingQueue<QueuedMessage> queue) {
        while (running) {
            try {
                QueuedMessage message = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                if (message != null && message.tenure().enter()) {
                    deliver(message);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void deliver(QueuedMessage message) {
        try {
            worker.deliver(message);
            message.tenure().progress().finish(message.message().offset());
        } catch (Tenure.TenureEndedException e) {
            LOG.log(Level.FINE, "left to the next owner: {0}", message.tenure().partition());
        } finally {
            message.tenure().leave();
        }
    }
}
