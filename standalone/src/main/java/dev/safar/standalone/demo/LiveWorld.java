package dev.safar.standalone.demo;

import dev.safar.contracts.Topics;
import dev.safar.standalone.app.StandaloneRuntime;
import dev.safar.standalone.log.CommittedLog;
import dev.safar.standalone.mailbox.MailboxEntry;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** A running Safar: its doors are HTTP, its rest is seen in its topics. */
final class LiveWorld implements World, AutoCloseable {

    private static final String ENGINE_GROUP = "safar-engine";
    private static final List<String> TOPICS = Stream.concat(
                    Stream.of(Topics.EVENTS, Topics.DECISIONS, Topics.DEAD_LETTERS), Topics.messages().stream())
            .toList();
    private static final Pattern OPEN_PIXEL = Pattern.compile("src=\"([^\"]*/t/o/[^\"]+)\"");
    private static final int TITLE_AT_MOST = 60;

    private final StandaloneRuntime runtime;
    private final ShopClient shop;
    private final Admin admin;
    private final Chronicle chronicle = new Chronicle();
    private final CommittedLog log;
    private final Rest rest;
    private int arrived;

    LiveWorld(StandaloneRuntime runtime) {
        this.runtime = runtime;
        this.shop = new ShopClient(URI.create("http://127.0.0.1:" + runtime.httpPort()), runtime.writeKey());
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, runtime.bootstrapServers()));
        this.log = CommittedLog.follow(runtime.bootstrapServers(), TOPICS);
        this.rest = new Rest(admin, ENGINE_GROUP, log, chronicle);
    }

    @Override
    public void stepTo(Instant time) {
        runtime.clock().stepTo(time);
    }

    @Override
    public Optional<Instant> nextDue() {
        return runtime.journeyStreams().nextDue();
    }

    @Override
    public void post(List<ShopCall> calls) {
        shop.post(calls, runtime.clock().instant());
    }

    @Override
    public void open(String messageId) {
        String html = runtime.mailbox()
                .html(messageId)
                .orElseThrow(() -> new DemoFailure("the mailbox has no e-mail " + messageId));
        Matcher pixel = OPEN_PIXEL.matcher(html);
        if (!pixel.find()) {
            throw new DemoFailure("the e-mail " + messageId + " has no picture that tells of its being opened");
        }
        shop.fetch(URI.create(pixel.group(1).replace("&amp;", "&")));
    }

    @Override
    public void settle() {
        Instant now = runtime.clock().instant();
        runtime.journeyStreams().tick();
        rest.await(() -> runtime.journeyStreams().settledAt(now));
    }

    @Override
    public List<Arrival> newArrivals() {
        List<MailboxEntry> entries = runtime.mailbox().entries();
        List<Arrival> arrivals = entries.subList(arrived, entries.size()).stream()
                .map(LiveWorld::arrival)
                .toList();
        arrived = entries.size();
        return arrivals;
    }

    @Override
    public Chronicle chronicle() {
        return chronicle;
    }

    @Override
    public void close() {
        log.close();
        admin.close();
    }

    private static Arrival arrival(MailboxEntry entry) {
        String title = entry.subjectOrTitle().isEmpty() ? beginning(entry.text()) : entry.subjectOrTitle();
        return new Arrival(entry.channel(), entry.messageId(), title, entry.sentAt());
    }

    private static String beginning(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() <= TITLE_AT_MOST ? line : line.substring(0, TITLE_AT_MOST) + "…";
    }
}
