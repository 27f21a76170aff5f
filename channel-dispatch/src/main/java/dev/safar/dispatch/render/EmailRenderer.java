package dev.safar.dispatch.render;

import dev.safar.contracts.MessageCommand;
import dev.safar.dispatch.provider.Content;
import dev.safar.dispatch.tracking.MessageRef;
import dev.safar.dispatch.tracking.TrackingLinks;
import java.util.Optional;
import java.util.regex.Pattern;

/** E-mails: HTML in the right direction with its plain alternative, reporting back where tracking is set up. */
public final class EmailRenderer implements ContentRenderer<Content.Email> {

    private static final Pattern DOCUMENT = Pattern.compile("(?i)<html\\b");

    private final TemplateStore store;
    private final Optional<TrackingLinks> tracking;

    public EmailRenderer(TemplateStore store, Optional<TrackingLinks> tracking) {
        this.store = store;
        this.tracking = tracking;
    }

    @Override
    public Content.Email render(CompiledTemplate template, MessageCommand message) {
        Rendering rendering = Rendering.of(template, message, store.workspace());
        String subject = rendering.field("subject");
        Optional<String> html = rendering.template().html(rendering.variables());
        String text = html.map(Html::toText).orElseGet(rendering::text);
        String body = html.orElseGet(() -> Html.ofText(text));
        String document = document(body, subject, rendering);
        MessageRef ref = MessageRef.of(message);
        return new Content.Email(
                subject, text, tracking.map(links -> links.track(document, ref)).orElse(document));
    }

    private static String document(String body, String subject, Rendering rendering) {
        if (DOCUMENT.matcher(body).find()) {
            return body;
        }
        String locale = rendering.template().locale();
        String language = locale.isEmpty() ? "" : " lang=\"" + Html.escape(locale.replace('_', '-')) + "\"";
        String direction = Locales.rightToLeft(locale) ? "rtl" : "ltr";
        return "<!doctype html>\n<html" + language + " dir=\"" + direction + "\">\n<head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>" + Html.escape(subject)
                + "</title></head>\n<body dir=\"" + direction + "\">\n" + preheader(rendering) + body
                + "\n</body>\n</html>\n";
    }

    private static String preheader(Rendering rendering) {
        String preheader = rendering.field("preheader");
        return preheader.isEmpty()
                ? ""
                : "<div style=\"display:none;max-height:0;overflow:hidden\">" + Html.escape(preheader) + "</div>\n";
    }
}
