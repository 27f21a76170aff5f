package dev.safar.standalone.mailbox;

import java.nio.charset.StandardCharsets;

/** E-mails as they come over SMTP. */
final class Mails {

    private Mails() {}

    /** In Persian, with an HTML alternative, from a customer whose name needs encoding. */
    static byte[] persian(String messageId) {
        return """
            Message-ID: <%s@safar>
            Date: Wed, 4 Mar 2026 09:00:00 +0000
            From: shop@example.com
            To: ada@example.com
            Subject: =?UTF-8?B?2LPYqNivINiu2LHbjNiv?=
            X-Safar-Journey: abandoned-cart
            X-Safar-Step: cart-reminder
            X-Safar-Customer: %%D8%%A2%%D8%%AF%%D8%%A7
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary="b"

            --b
            Content-Type: text/plain; charset=UTF-8
            Content-Transfer-Encoding: 8bit

            سبد شما <منتظر> است
            --b
            Content-Type: text/html; charset=UTF-8
            Content-Transfer-Encoding: 8bit

            <p>سبد شما</p>
            --b--
            """
                .formatted(messageId)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
