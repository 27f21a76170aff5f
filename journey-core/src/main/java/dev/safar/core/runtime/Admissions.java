package dev.safar.core.runtime;

import dev.safar.core.model.Admission;
import dev.safar.core.model.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Says who may not begin a journey, and why. */
final class Admissions {

    static final String HISTORICAL = "historical";
    static final String TOO_OLD = "too-old";
    static final String NOT_YET = "not-yet";
    static final String OVER = "over";
    static final String NOT_IN_AUDIENCE = "not-in-audience";
    static final String COOLDOWN = "cooldown";

    private final Workspace workspace;

    Admissions(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Why nothing begins, whatever runs are under way; empty where that is no obstacle. */
    Optional<String> refusal(Beginning begin, Deliberation deliberation) {
        Admission admission = begin.journey().admission();
        Instant time = begin.origin().time();
        if (begin.origin().historical()) {
            return Optional.of(HISTORICAL);
        }
        if (time.isBefore(oldest(admission, deliberation.now()))) {
            return Optional.of(TOO_OLD);
        }
        if (admission.from().filter(time::isBefore).isPresent()) {
            return Optional.of(NOT_YET);
        }
        if (admission.to().filter(to -> !time.isBefore(to)).isPresent()) {
            return Optional.of(OVER);
        }
        Moment moment = deliberation.momentOf(begin.origin().fields(), Map.of());
        return admission.audience().filter(audience -> !audience.holds(moment)).map(refused -> NOT_IN_AUDIENCE);
    }

    private Instant oldest(Admission admission, Instant now) {
        Duration age = admission.maxEventAge().orElse(workspace.settings().maxEventAge());
        return Instants.before(now, age);
    }

    /** Whether the customer has begun the journey a short while ago. */
    static boolean cooling(Beginning begin, Deliberation deliberation) {
        Instant until = deliberation
                .customer()
                .pressure()
                .cooldowns()
                .get(begin.journey().ref().id());
        return until != null && until.isAfter(deliberation.now());
    }

    /** Until when a customer who begins now begins no other run. */
    static Optional<Instant> cooldownUntil(Beginning begin, Instant now) {
        return begin.journey().admission().cooldown().map(length -> Instants.after(now, length));
    }
}
