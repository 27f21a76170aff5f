package dev.safar.dispatch.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.safar.dispatch.provider.Shelved;

/**
 * A message as the script in the shop reads it.
 *
 * @param report with which the script reports on it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record InAppMessage(
        String id, String title, String text, String link, String display, String lang, String dir, String report) {

    static InAppMessage of(Shelved shelved, String report) {
        return new InAppMessage(
                shelved.message().messageId(),
                shelved.title(),
                shelved.text(),
                shelved.link(),
                shelved.display(),
                shelved.locale(),
                shelved.rightToLeft() ? "rtl" : "ltr",
                report);
    }
}
