package dev.safar.core.runtime;

import dev.safar.core.model.Handling;
import dev.safar.core.model.Journey;
import dev.safar.core.model.Step;
import dev.safar.core.model.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which of several runs goes first that are due at the same moment: where a cap lets only one send, it is that one. */
final class Precedence {

    private final Workspace workspace;

    Precedence(Workspace workspace) {
        this.workspace = workspace;
    }

    /** The one about to send with the highest priority, of these the one that began first; empty where none is due. */
    Optional<Run> firstDueAt(Instant due, Customer customer) {
        return customer.runs().stream()
                .filter(run -> run.live() && run.due().filter(due::equals).isPresent())
                .reduce((first, other) -> priority(other).compareTo(priority(first)) > 0 ? other : first);
    }

    private Handling.Priority priority(Run run) {
        return workspace
                .journey(run.journey())
                .flatMap(journey -> nextSend(journey, journey.indexOf(run.step())))
                .map(send -> send.handling().priority())
                .orElse(Handling.Priority.NORMAL);
    }

    /** The message that the run is held back with, or that comes next whatever conditions say. */
    private static Optional<Step.Send> nextSend(Journey journey, int from) {
        List<Step> steps = journey.steps();
        int at = from >= 0 && from < steps.size() ? afterWait(steps.get(from), from) : from;
        while (at >= 0 && at < steps.size()) {
            Step step = steps.get(at);
            if (step instanceof Step.Send send) {
                return Optional.of(send);
            }
            at = afterPlain(step);
        }
        return Optional.empty();
    }

    /** What comes next whatever conditions say; -1 where that is not known before. */
    private static int afterPlain(Step step) {
        if (step instanceof Step.Offer offer) {
            return offer.next();
        }
        return step instanceof Step.Set set ? set.next() : -1;
    }

    private static int afterWait(Step step, int here) {
        if (step instanceof Step.Wait wait) {
            return wait.next();
        }
        if (step instanceof Step.WaitUntil wait) {
            return wait.next();
        }
        return step instanceof Step.WaitFor wait ? wait.otherwise() : here;
    }
}
