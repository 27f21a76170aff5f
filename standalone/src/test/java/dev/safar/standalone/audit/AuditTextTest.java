package dev.safar.standalone.audit;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AuditTextTest {

    @Test
    void saysWhatHoldsWhatWasNotJudgedAndWhatToDo() {
        // given
        Verdicts verdicts = new Verdicts(1);
        verdicts.good(Guarantee.APPLIED_ONCE);
        verdicts.note(Guarantee.APPLIED_ONCE, "events applied", 1234);
        verdicts.notJudged(Guarantee.APPLIED_ONCE, "customers whose first events the log no longer has");
        verdicts.broken(Guarantee.ASKED_ONCE, "message m1", "messages.sms-0@7", "is already at messages.sms-0@3");
        verdicts.broken(Guarantee.ASKED_ONCE, "message m2", "messages.sms-0@9", "is already at messages.sms-0@8");

        // when
        List<String> lines = AuditText.lines(new AuditReport(verdicts.all(), Map.of()));

        // then
        assertThat(lines)
                .containsExactly(
                        "guarantee                                           judged  broken  not judged",
                        "every accepted event applied once                        1       0           1",
                        "no message twice in the outbox                           2       2           0  BROKEN",
                        "no message twice at the provider                         0       0           0",
                        "no message after an event that cancels it                0       0           0",
                        "entered = waiting + finished                             0       0           0",
                        "nothing due left waiting                                 0       0           0",
                        "a message for each decision to send, and no other        0       0           0",
                        "every message comes to its end or is still to come       0       0           0",
                        "",
                        "counted:",
                        "  1,234 events applied",
                        "",
                        "not judged:",
                        "  1 customers whose first events the log no longer has",
                        "",
                        "BROKEN: no message twice in the outbox",
                        "  message m1, messages.sms-0@7: is already at messages.sms-0@3",
                        "  and 1 more",
                        "  What to do: " + Remedies.of(Guarantee.ASKED_ONCE));
    }
}
