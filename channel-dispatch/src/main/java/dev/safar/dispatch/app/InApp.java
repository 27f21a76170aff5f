package dev.safar.dispatch.app;

import dev.safar.dispatch.inapp.CustomerTokens;
import dev.safar.dispatch.inapp.InAppDesk;
import dev.safar.dispatch.inapp.InAppProvider;
import dev.safar.dispatch.inapp.Shelf;
import dev.safar.dispatch.ledger.Ledger;
import dev.safar.dispatch.ledger.LogWriter;
import dev.safar.dispatch.ledger.LogWriter.LogUnavailableException;
import dev.safar.dispatch.ledger.ReceiptLog;
import dev.safar.dispatch.provider.ChannelProvider;
import dev.safar.dispatch.provider.Content;
import dev.safar.dispatch.provider.NoProvider;
import dev.safar.dispatch.tracking.TrackingTokens;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What messages in the shop need beside the loop: their shelf, and somebody who looks after it. */
final class InApp implements AutoCloseable {

    private static final long SWEEP_SECONDS = 1;

    private final DispatchConfig.InApp config;
    private final Shelf shelf;
    private final InAppDesk desk;
    private final Optional<CustomerTokens> customers;
    private final Optional<TrackingTokens> messages;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread sweeper = new Thread(this::run, "safar-dispatch-shelf");

    InApp(DispatchConfig.InApp config, LogWriter writer, MeterRegistry metrics, InstantSource clock) {
        this.config = config;
        this.shelf = new Shelf(config.perCustomer(), config.total());
        MicrometerMeter meter = new MicrometerMeter(metrics);
        this.desk = new InAppDesk(shelf, new Ledger(writer), new ReceiptLog(writer, clock), meter::leftTheShelf, clock);
        this.customers = config.secret().map(CustomerTokens::new);
        this.messages = config.secret().map(TrackingTokens::new);
        Gauge.builder("safar_dispatch_inapp_waiting", shelf, Shelf::size).register(metrics);
    }

    ChannelProvider<Content.InApp> provider() {
        return customers.isPresent() ? new InAppProvider(shelf, config.keep()) : new NoProvider<>();
    }

    Shelf shelf() {
        return shelf;
    }

    InAppDesk desk() {
        return desk;
    }

    /** Who is at the pages; empty without a secret. */
    Optional<CustomerTokens> customers() {
        return customers;
    }

    /** With which pages report on messages; empty without a secret. */
    Optional<TrackingTokens> messages() {
        return messages;
    }

    void start() {
        sweeper.start();
    }

    @Override
    public void close() {
        closing.countDown();
    }

    private void run() {
        try {
            while (!closing.await(SWEEP_SECONDS, TimeUnit.SECONDS)) {
                sweep();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sweep() {
        try {
            desk.sweep();
        } catch (LogUnavailableException e) {
            Log.warnf("the end of messages in the shop can't be written, trying again: %s", e.getMessage());
        } catch (RuntimeException e) {
            Log.errorf(
                    "looking after messages in the shop failed: %s",
                    e.getClass().getName());
        }
    }
}
