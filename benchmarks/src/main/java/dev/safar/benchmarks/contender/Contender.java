package dev.safar.benchmarks.contender;

/** Something that consumes the log from its start until it is closed, and commits how far it is under its name as the group. */
public interface Contender extends AutoCloseable {

    @Override
    void close();
}
