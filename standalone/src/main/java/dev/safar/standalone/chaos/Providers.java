package dev.safar.standalone.chaos;

import dev.safar.standalone.chaos.process.ClusterPlan;
import dev.safar.standalone.mailbox.Mailbox;
import dev.safar.standalone.mailbox.SmtpCatcher;
import dev.safar.standalone.sandbox.Outage;
import dev.safar.standalone.sandbox.ProviderSandbox;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/**
 * The providers of this run, in this process: e-mail over SMTP, which recognises nothing, and SMS as Kavenegar takes it, which
 * recognises a message that comes again. What they take is in the mailbox.
 */
record Providers(Mailbox mailbox, SmtpCatcher smtp, ProviderSandbox sms, Answers answers) implements AutoCloseable {

    /** What dispatchers are told, beside the addresses. */
    static final Map<String, String> DISPATCHERS =
            Map.of("safar.dispatch.sms.provider", "kavenegar", "safar.dispatch.sms.secret", "chaos");

    static Providers start(Path folder, InstantSource clock) {
        Mailbox mailbox = Mailbox.open(folder, Integer.MAX_VALUE);
        Answers answers = new Answers(new SlowAnswers(clock), new SlowAnswers(clock));
        return new Providers(
                mailbox,
                SmtpCatcher.start(mailbox, () -> false, answers.email()),
                ProviderSandbox.sms(mailbox, new Outage(), clock, answers.sms()),
                answers);
    }

    /** How they answer. */
    record Answers(SlowAnswers email, SlowAnswers sms) {

        /** From here both take their time. */
        void slowDown(long seed) {
            email.begin(seed);
            sms.begin(~seed);
        }

        void speedUp() {
            email.end();
            sms.end();
        }
    }

    /** How many SMS came again and were recognised, so that nobody got them twice. */
    int recognised() {
        return answers.sms().taken()
                - (int) mailbox.entries().stream()
                        .filter(entry -> entry.channel().equals("sms"))
                        .count();
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
