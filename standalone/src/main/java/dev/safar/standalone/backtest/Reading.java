package dev.safar.standalone.backtest;

import dev.safar.standalone.backtest.Lines.Line;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.ZipException;

/** Reads a recording from beginning to end: one thread finds the lines, the workers read them. */
final class Reading {

    private final Recording recording;
    private final ChunkReader reader;
    private final Intake intake;
    private final Progress progress;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    Reading(Recording recording, ChunkReader reader, Intake intake, Progress progress) {
        this.recording = recording;
        this.reader = reader;
        this.intake = intake;
        this.progress = progress;
    }

    /** Returns when all is read; no more than two chunks for each worker wait in memory. */
    void run(ExecutorService pool, int workers) throws IOException, InterruptedException {
        Semaphore room = new Semaphore(2 * workers);
        Lines lines = recording.lines();
        for (List<Line> chunk = next(lines); !chunk.isEmpty() && failure.get() == null; chunk = next(lines)) {
            List<Line> some = chunk;
            room.acquire();
            pool.execute(() -> read(some, room));
        }
        room.acquire(2 * workers);
        throwFailure();
    }

    /** A compressed file that was cut off, or is damaged: what came before that counts. */
    private List<Line> next(Lines lines) throws IOException {
        try {
            return lines.chunk();
        } catch (EOFException | ZipException e) {
            intake.bad(new BadLine(lines.number() + 1, "the compressed file ends here, or is damaged"));
            return List.of();
        }
    }

    private void read(List<Line> lines, Semaphore room) {
        try {
            reader.read(lines);
            progress.read(recording.position(), intake.events());
        } catch (IOException | RuntimeException e) {
            failure.compareAndSet(null, e);
        } finally {
            room.release();
        }
    }

    private void throwFailure() throws IOException {
        Exception cause = failure.get();
        if (cause instanceof IOException io) {
            throw io;
        }
        if (cause instanceof RuntimeException unexpected) {
            throw unexpected;
        }
    }
}
