package dev.safar.dispatch.app;

import dev.safar.dispatch.provider.Answer;
import dev.safar.dispatch.provider.ChannelProvider;
import dev.safar.dispatch.provider.Content;
import dev.safar.dispatch.provider.Envelope;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** E-mail over SMTP by Quarkus' mailer. The {@code Message-ID} follows from the message id, so a repetition can be told. */
final class MailerProvider implements ChannelProvider<Content.Email> {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;:\"()]{1,64}@[^\\s@<>,;:\"()]{1,255}");

    private final ReactiveMailer mailer;
    private final Duration timeout;

    MailerProvider(ReactiveMailer mailer, Duration timeout) {
        this.mailer = mailer;
        this.timeout = timeout;
    }

    @Override
    public String name() {
        return "smtp";
    }

    @Override
    public Answer send(Envelope envelope, Content.Email content) {
        if (!ADDRESS.matcher(envelope.to()).matches()) {
            return new Answer.Refused("bad-address");
        }
        String id = "<" + envelope.message().messageId() + "@safar>";
        try {
            mailer.send(mail(envelope, content, id)).await().atMost(timeout);
            return new Answer.Accepted(id);
        } catch (TimeoutException e) {
            return new Answer.Unknown("no-answer");
        } catch (RuntimeException e) {
            return judge(e);
        }
    }

    private static Mail mail(Envelope envelope, Content.Email content, String id) {
        Mail mail = new Mail()
                .addTo(envelope.to())
                .setSubject(content.subject())
                .setText(content.text())
                .setHtml(content.html())
                .addHeader("Message-ID", id)
                .addHeader("Date", DATE.format(envelope.sentAt()))
                .addHeader("X-Safar-Journey", headerSafe(envelope.message().journey()))
                .addHeader("X-Safar-Step", headerSafe(envelope.message().step()))
                .addHeader("X-Safar-Customer", headerSafe(envelope.message().customerId()));
        if (!envelope.from().isEmpty()) {
            mail.setFrom(envelope.from());
        }
        return mail;
    }

    private static Answer judge(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException smtp) {
                return SmtpReplies.judge(smtp.getReplyCode(), smtp.getReplyMessage());
            }
            if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
                return new Answer.Unreachable("unreachable");
            }
        }
        return new Answer.Unknown("no-answer");
    }

    /** Header values are ASCII on one line; anything else is encoded as in a URL. */
    private static String headerSafe(String value) {
        if (value == null) {
            return "";
        }
        return value.chars().allMatch(c -> c > ' ' && c < 127)
                ? value
                : URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
