package dev.safar.dispatch.app;

import dev.safar.dispatch.lane.Outlet;
import dev.safar.dispatch.policy.RateLimit;
import dev.safar.dispatch.provider.CallTargets;
import dev.safar.dispatch.provider.ChannelProvider;
import dev.safar.dispatch.provider.Content;
import dev.safar.dispatch.provider.FcmPush;
import dev.safar.dispatch.provider.HttpCaller;
import dev.safar.dispatch.provider.KavenegarSms;
import dev.safar.dispatch.provider.NoProvider;
import dev.safar.dispatch.provider.PhoneNumbers;
import dev.safar.dispatch.provider.SafarHeaders;
import dev.safar.dispatch.provider.SmsCallbackUrls;
import dev.safar.dispatch.provider.TwilioSms;
import dev.safar.dispatch.provider.WebhookCaller;
import dev.safar.dispatch.provider.WebhookSignature;
import dev.safar.dispatch.render.CallRenderer;
import dev.safar.dispatch.render.ContentRenderer;
import dev.safar.dispatch.render.EmailRenderer;
import dev.safar.dispatch.render.InAppRenderer;
import dev.safar.dispatch.render.PushRenderer;
import dev.safar.dispatch.render.SmsRenderer;
import dev.safar.dispatch.render.TemplateStore;
import dev.safar.dispatch.tracking.MessageRef;
import io.quarkus.mailer.reactive.ReactiveMailer;
import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;

/** Builds what the settings ask for: one outlet a channel, each provider behind its circuit breaker. */
final class Outlets {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final String SANDBOX = "sandbox";

    private final DispatchConfig config;
    private final Tracking tracking;
    private final Map<String, IntSupplier> openCircuits = new LinkedHashMap<>();
    private final List<Outlet<?>> outlets;

    Outlets(DispatchConfig config, TemplateStore templates, Tracking tracking, Ways ways) {
        this.config = config;
        this.tracking = tracking;
        this.outlets = List.of(
                outlet(
                        "email",
                        new EmailRenderer(templates, tracking.links()),
                        new MailerProvider(ways.mailer(), config.email().timeout()),
                        config.email().rate()),
                outlet(
                        "sms",
                        new SmsRenderer(templates),
                        sms(config.sms()),
                        config.sms().rate()),
                outlet(
                        "push",
                        new PushRenderer(templates),
                        push(config.push()),
                        config.push().rate()),
                outlet(MessageRef.IN_APP, new InAppRenderer(templates), ways.inApp(), 0),
                webhook(config.webhook()));
    }

    /** Providers that are made elsewhere. */
    record Ways(ReactiveMailer mailer, ChannelProvider<Content.InApp> inApp) {}

    List<Outlet<?>> all() {
        return outlets;
    }

    /** By channel, how many circuits are open: providers, or hosts that are called. */
    Map<String, IntSupplier> openCircuits() {
        return openCircuits;
    }

    private <C extends Content> Outlet<C> outlet(
            String channel, ContentRenderer<C> renderer, ChannelProvider<C> provider, double rate) {
        GuardedProvider<C> guarded = new GuardedProvider<>(provider, config.circuit());
        openCircuits.put(channel, () -> guarded.circuitOpen() ? 1 : 0);
        return new Outlet<>(channel, renderer, guarded, new RateLimit(rate, System::nanoTime));
    }

    private Outlet<Content.Call> webhook(DispatchConfig.Webhook settings) {
        WebhookCaller caller = new WebhookCaller(new WebhookCaller.Settings(
                settings.timeout(),
                new CallTargets(settings.hosts(), InetAddress::getAllByName),
                settings.secret().map(WebhookSignature::new)));
        GuardedCalls guarded = new GuardedCalls(caller, config.circuit());
        openCircuits.put(MessageRef.CALLS, guarded::open);
        return new Outlet<>(
                MessageRef.CALLS, new CallRenderer(), guarded, new RateLimit(settings.rate(), System::nanoTime));
    }

    private ChannelProvider<Content.Sms> sms(DispatchConfig.Sms settings) {
        HttpCaller http = new HttpCaller(CONNECT, settings.timeout());
        PhoneNumbers numbers = new PhoneNumbers(settings.region().orElse(""));
        SmsCallbackUrls callbacks = tracking.smsCallbacks();
        return switch (settings.provider()) {
            case "none" -> new NoProvider<>();
            case "twilio" ->
                new TwilioSms(
                        http,
                        new TwilioSms.Settings(
                                settings.url().orElse("https://api.twilio.com"),
                                required(settings.account(), "sms.account"),
                                required(settings.secret(), "sms.secret"),
                                numbers,
                                callbacks,
                                SafarHeaders.forProviders()));
            case SANDBOX ->
                new TwilioSms(
                        http,
                        new TwilioSms.Settings(
                                required(settings.url(), "sms.url"),
                                SANDBOX,
                                SANDBOX,
                                numbers,
                                callbacks,
                                SafarHeaders.forSandboxes()));
            case "kavenegar" ->
                new KavenegarSms(
                        http,
                        new KavenegarSms.Settings(
                                settings.url().orElse("https://api.kavenegar.com"),
                                required(settings.secret(), "sms.secret"),
                                numbers,
                                tracking.recent()));
            default -> throw unknown("sms.provider", settings.provider());
        };
    }

    private static ChannelProvider<Content.Push> push(DispatchConfig.Push settings) {
        HttpCaller http = new HttpCaller(CONNECT, settings.timeout());
        return switch (settings.provider()) {
            case "none" -> new NoProvider<>();
            case "fcm" ->
                new FcmPush(
                        http,
                        new FcmPush.Settings(
                                settings.url().orElse("https://fcm.googleapis.com"),
                                required(settings.project(), "push.project"),
                                settings.token(),
                                SafarHeaders.forProviders()));
            case SANDBOX ->
                new FcmPush(
                        http,
                        new FcmPush.Settings(
                                required(settings.url(), "push.url"),
                                SANDBOX,
                                Optional.empty(),
                                SafarHeaders.forSandboxes()));
            default -> throw unknown("push.provider", settings.provider());
        };
    }

    private static String required(Optional<String> setting, String name) {
        return setting.orElseThrow(() ->
                new IllegalArgumentException("safar.dispatch." + name + " is needed for the provider that is set"));
    }

    private static IllegalArgumentException unknown(String name, String value) {
        return new IllegalArgumentException("safar.dispatch." + name + " can't be '" + value + "'");
    }
}
