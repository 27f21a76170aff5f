package dev.safar.standalone.chaos;

import dev.safar.standalone.chaos.process.ClusterPlan;
import dev.safar.standalone.mailbox.Mailbox;
import dev.safar.standalone.mailbox.SmtpCatcher;
import dev.safar.standalone.sandbox.Outage;
import dev.safar.standalone.sandbox.ProviderSandbox;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * The providers of this run, in this process: e-mail over SMTP, which recognises nothing, and SMS as Kavenegar takes it, which
 * recognises a message that comes again. What they take is in the mailbox.
 */
record Providers(Mailbox mailbox, SmtpCatcher smtp, ProviderSandbox sms) implements AutoCloseable {

    static Providers start(Path folder, InstantSource clock) {
        Mailbox mailbox = Mailbox.open(folder, Integer.MAX_VALUE);
        return new Providers(
                mailbox, SmtpCatcher.start(mailbox, () -> false), ProviderSandbox.sms(mailbox, new Outage(), clock));
    }

    ClusterPlan.Providers addresses() {
        return new ClusterPlan.Providers(smtp.port(), sms.url(), sms.url());
    }

    @Override
    public void close() {
        smtp.close();
        sms.close();
        mailbox.close();
    }
}
