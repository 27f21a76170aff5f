package dev.safar.standalone.app;

import dev.safar.standalone.mailbox.Mailbox;
import dev.safar.standalone.mailbox.MailboxFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** The mailbox in a browser. */
@Path("/mailbox")
public class MailboxResource {

    private final Mailbox mailbox;

    MailboxResource(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=utf-8")
    public String page(
            @QueryParam("customer") Optional<String> customer,
            @QueryParam("journey") Optional<String> journey,
            @QueryParam("channel") Optional<String> channel) {
        return mailbox.page(new MailboxFilter(customer, journey, channel), "/mailbox/");
    }

    /** A message as it was received. Scripts in it don't run. */
    @GET
    @Path("/{channel}/{file}")
    public Response message(@PathParam("channel") String channel, @PathParam("file") String file) {
        byte[] content = mailbox.file(channel + "/" + file).orElseThrow(NotFoundException::new);
        return Response.ok(content)
                .type(mediaType(file))
                .header("Content-Security-Policy", "sandbox allow-popups")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static String mediaType(String file) {
        if (file.endsWith(".html")) {
            return MediaType.TEXT_HTML + ";charset=utf-8";
        }
        return file.endsWith(".json") ? MediaType.APPLICATION_JSON : MediaType.TEXT_PLAIN + ";charset=utf-8";
    }
}
