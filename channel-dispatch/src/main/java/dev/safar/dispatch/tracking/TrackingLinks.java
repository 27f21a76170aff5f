package dev.safar.dispatch.tracking;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes an HTML e-mail report back: its links go through our redirect, and a pixel tells that it was opened. */
public final class TrackingLinks {

    private static final Pattern LINK = Pattern.compile(
            "(<a\\b[^>]*?\\bhref\\s*=\\s*)(\"(https?://[^\"]*)\"|'(https?://[^']*)')", Pattern.CASE_INSENSITIVE);
    private static final Pattern BODY_END = Pattern.compile("</body\\s*>", Pattern.CASE_INSENSITIVE);

    private final TrackingTokens tokens;
    private final String publicUrl;

    /** The URL is where this service is reached from outside, without a slash at the end. */
    public TrackingLinks(TrackingTokens tokens, String publicUrl) {
        this.tokens = tokens;
        this.publicUrl = publicUrl;
    }

    /** Where a redirect to the URL leads; empty if it can't lead there. Characters beyond ASCII are percent-encoded. */
    public static Optional<URI> address(String url) {
        try {
            URI address = new URI(new URI(url).toASCIIString());
            return Optional.of(address).filter(known -> known.getRawAuthority() != null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Links that can't be redirected to, or are too long to be, stay as they are. */
    public String track(String html, MessageRef message) {
        return withPixel(withRedirects(html, message), message);
    }

    private String withRedirects(String html, MessageRef message) {
        return LINK.matcher(html).replaceAll(link -> {
            String target = link.group(3) == null ? link.group(4) : link.group(3);
            String tracked = redirect(Entities.decode(target), message)
                    .map(redirect -> link.group(1) + '"' + redirect + '"')
                    .orElse(link.group());
            return Matcher.quoteReplacement(tracked);
        });
    }

    private Optional<String> redirect(String url, MessageRef message) {
        return address(url)
                .map(address -> tokens.issue(message, url))
                .filter(token -> token.length() <= TrackingTokens.LONGEST)
                .map(token -> publicUrl + "/t/c/" + token);
    }

    private String withPixel(String html, MessageRef message) {
        String pixel = "<img src=\"" + publicUrl + "/t/o/" + tokens.issue(message)
                + "\" width=\"1\" height=\"1\" alt=\"\" style=\"display:none\">";
        Matcher end = BODY_END.matcher(html);
        return end.find() ? html.substring(0, end.start()) + pixel + html.substring(end.start()) : html + pixel;
    }
}
