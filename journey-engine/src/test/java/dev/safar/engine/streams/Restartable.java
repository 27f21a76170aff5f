package dev.safar.engine.streams;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** A processor that can lose its memory, as in a restart right after a commit: the store stays, all else is made anew. */
final class Restartable implements Processor<byte[], byte[], byte[], byte[]> {

    private final Supplier<Processor<byte[], byte[], byte[], byte[]>> processors;
    private final List<Cancellable> punctuations = new ArrayList<>();
    private boolean restarting;
    private Processor<byte[], byte[], byte[], byte[]> running;
    private ProcessorContext<byte[], byte[]> context;

    Restartable(Supplier<Processor<byte[], byte[], byte[], byte[]>> processors) {
        this.processors = processors;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> given) {
        context = given;
        running = processors.get();
        running.init(recorded(given));
    }

    /** Before the next record, since only then stores can be asked for. */
    void restart() {
        restarting = true;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        if (restarting) {
            restarting = false;
            punctuations.forEach(Cancellable::cancel);
            punctuations.clear();
            running.close();
            init(context);
        }
        running.process(record);
    }

    @Override
    public void close() {
        running.close();
    }

    @SuppressWarnings("unchecked")
    private ProcessorContext<byte[], byte[]> recorded(ProcessorContext<byte[], byte[]> given) {
        return (ProcessorContext<byte[], byte[]>) Proxy.newProxyInstance(
                Restartable.class.getClassLoader(),
                new Class<?>[] {ProcessorContext.class},
                (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(given, arguments);
                        if (result instanceof Cancellable punctuation) {
                            punctuations.add(punctuation);
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
