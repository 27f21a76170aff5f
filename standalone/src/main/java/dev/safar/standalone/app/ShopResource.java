package dev.safar.standalone.app;

import dev.safar.dispatch.inapp.CustomerTokens;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A page as a shop would have it, for a customer of one's choice: messages in the shop appear there. */
@Path("/sandbox/shop")
public class ShopResource {

    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final CustomerTokens tokens;
    private final EdgeClock clock;

    ShopResource(@ConfigProperty(name = "safar.dispatch.inapp.secret") String secret, EdgeClock clock) {
        this.tokens = new CustomerTokens(secret);
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=utf-8")
    public String page(@QueryParam("customer") @DefaultValue("ada") String customer) {
        return """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A shop</title></head>
                <body style="font-family: sans-serif; max-width: 40rem; margin: 2rem auto">
                <h1>A shop</h1>
                <p>Messages to the customer that the address names (<code>?customer=ada</code>) appear here.</p>
                <div data-safar-inapp></div>
                <script src="/inapp/safar-inapp.js" data-token="%s" async></script>
                </body>
                </html>
                """
                .formatted(tokens.issue(customer, clock.instant().plus(AN_HOUR)));
    }
}
