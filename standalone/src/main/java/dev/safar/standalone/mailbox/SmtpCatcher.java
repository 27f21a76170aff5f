package dev.safar.standalone.mailbox;

import java.io.IOException;
import java.net.InetAddress;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** An SMTP server on loopback that delivers everything into a mailbox and relays nothing. */
public final class SmtpCatcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpCatcher.class);
    private static final int TEMPORARY_FAILURE = 451;
    private static final int MAX_CONNECTIONS = 100;

    private final Mailbox mailbox;
    private final BooleanSupplier down;
    private final Runnable beforeAnswer;
    private final SMTPServer server;

    private SmtpCatcher(Mailbox mailbox, BooleanSupplier down, Runnable beforeAnswer) {
        this.mailbox = mailbox;
        this.down = down;
        this.beforeAnswer = beforeAnswer;
        this.server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .softwareName("safar")
                .maxConnections(MAX_CONNECTIONS)
                .messageHandler((context, from, to, data) -> receive(data))
                .build();
    }

    /**
     * Starts on a free port.
     *
     * @param down while it says so, every message is refused for the moment
     */
    public static SmtpCatcher start(Mailbox mailbox, BooleanSupplier down) {
        return start(mailbox, down, () -> {});
    }

    /** The same, where something is done between taking an e-mail and answering. */
    public static SmtpCatcher start(Mailbox mailbox, BooleanSupplier down, Runnable beforeAnswer) {
        SmtpCatcher catcher = new SmtpCatcher(mailbox, down, beforeAnswer);
        catcher.server.start();
        return catcher;
    }

    public int port() {
        return server.getPortAllocated();
    }

    @Override
    public void close() {
        server.stop();
    }

    private void receive(byte[] data) throws RejectException {
        if (down.getAsBoolean()) {
            throw new RejectException(TEMPORARY_FAILURE, "the mailbox was told to be down");
        }
        try {
            mailbox.receive(data);
        } catch (IOException e) {
            LOG.warn("an e-mail of {} bytes could not be taken into the mailbox: {}", data.length, e.getMessage());
            throw new RejectException(TEMPORARY_FAILURE, "the mailbox can't take it");
        }
        beforeAnswer.run();
    }
}
