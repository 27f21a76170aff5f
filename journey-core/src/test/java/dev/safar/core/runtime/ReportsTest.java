package dev.safar.core.runtime;

import dev.safar.core.model.Channel;
import dev.safar.core.model.Workspace;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static dev.safar.core.runtime.Journeys.journey;
import static dev.safar.core.runtime.Journeys.onAny;
import static dev.safar.core.runtime.Journeys.pause;
import static dev.safar.core.runtime.Journeys.send;
import static dev.safar.core.runtime.Journeys.workspace;
import static org.assertj.core.api.Assertions.assertThat;

class ReportsTest {

    private static final Workspace CART = workspace(journey(
            "cart",
            onAny("A"),
            List.of(),
            send("reminder", 1, Channel.EMAIL, Channel.SMS),
            pause("pause", Duration.ofHours(1), 2)));

    private final Life life = Life.reachable(CART);

    @BeforeEach
    void aMessageInTheOutbox() {
        life.event("0m", "A");
    }

    @Test
    void followsAMessageOnItsWay() {
        // when
        List<String> sent = life.report("1m", "Email Sent", "reminder");
        List<String> delivered = life.report("2m", "Email Delivered", "reminder");
        List<String> opened = life.report("3m", "Email Opened", "reminder");
        List<String> clicked = life.report("4m", "Email Link Clicked", "reminder");

        // then
        assertThat(sent).containsExactly("applied Email Sent", "reminder is ACCEPTED");
        assertThat(delivered).containsExactly("applied Email Delivered", "reminder is DELIVERED");
        assertThat(opened).containsExactly("applied Email Opened", "reminder is OPENED");
        assertThat(clicked).containsExactly("applied Email Link Clicked", "reminder is CLICKED");
    }

    @Test
    void anOvertakenReportSaysNothingNew() {
        // given
        life.report("1m", "Email Opened", "reminder");

        // when
        List<String> decided = life.report("2m", "Email Delivered", "reminder");

        // then
        assertThat(decided).containsExactly("applied Email Delivered");
    }

    @Test
    void whatWasOpenedHasNotFailed() {
        // given
        life.report("1m", "Email Opened", "reminder");

        // when
        List<String> decided = life.report("2m", "Email Bounced", "reminder");

        // then
        assertThat(decided).containsExactly("applied Email Bounced");
    }

    @Test
    void whatWasTakenBackStaysSo() {
        // given
        life.event("1m", "Unsubscribed");

        // when
        List<String> decided = life.report("2m", "Email Dropped", "reminder");

        // then
        assertThat(decided).containsExactly("applied Email Dropped");
    }

    @Test
    void aReportOnAnUnknownMessageSaysNothing() {
        // when
        List<String> decided = life.event("1m", "Email Opened", "message_id", "someone-elses");

        // then
        assertThat(decided).containsExactly("applied Email Opened");
    }

    @Test
    void aReportWithoutAMessageSaysNothing() {
        // when
        List<String> decided = life.event("1m", "Email Opened", "message_id", 7L);

        // then
        assertThat(decided).containsExactly("applied Email Opened");
    }

    @Test
    void isNotRememberedInTheHistoryUnlessObserved() {
        // when
        life.report("1m", "Email Opened", "reminder");

        // then
        assertThat(life.customer().history()).containsOnlyKeys("A");
    }

    @Test
    void aFinishedRunIsLetGoOnceNothingIsOutstanding() {
        // given
        life.tick("1h");

        // when
        life.report("2h", "Email Delivered", "reminder");

        // then
        assertThat(life.customer().runs()).isEmpty();
    }

    @Test
    void aFinishedRunIsLetGoWhenNothingIsHeardForAMonth() {
        // given
        life.tick("1h");

        // when
        life.event("30d", "B");
        int afterAMonth = life.customer().runs().size();
        life.event("30d 1s", "B");

        // then
        assertThat(afterAMonth).isEqualTo(1);
        assertThat(life.customer().runs()).isEmpty();
    }
}
