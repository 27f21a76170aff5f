package dev.safar.ingest.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.safar.ingest.accept.Acceptance;
import dev.safar.ingest.accept.EventProblem;
import java.util.List;

/**
 * The body of every answer.
 *
 * @param accepted how many events are in the log; absent if all are
 * @param message why the request as a whole was turned away
 * @param line where in its body, from 1
 * @param errors of single events
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Answer(
        boolean success, Integer accepted, String message, Integer line, Integer column, List<EventError> errors) {

    /** One event's problem; the index counts from 0. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EventError(int index, String messageId, String field, String message) {}

    static Answer complete() {
        return new Answer(true, null, null, null, null, null);
    }

    static Answer failure(String message) {
        return new Answer(false, 0, message, null, null, null);
    }

    static Answer refused(Acceptance.Refused refused) {
        Integer line = refused.where().map(Acceptance.Position::line).orElse(null);
        Integer column = refused.where().map(Acceptance.Position::column).orElse(null);
        return new Answer(false, 0, refused.message(), line, column, null);
    }

    static Answer partly(int accepted, List<EventProblem> problems) {
        return new Answer(
                false,
                accepted,
                null,
                null,
                null,
                problems.stream().map(Answer::error).toList());
    }

    private static EventError error(EventProblem problem) {
        return new EventError(problem.index(), problem.messageId().orElse(null), problem.field(), problem.message());
    }
}
