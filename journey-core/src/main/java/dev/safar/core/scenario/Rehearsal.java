package dev.safar.core.scenario;

import dev.safar.core.model.JourneyId;
import dev.safar.core.model.Workspace;
import dev.safar.core.runtime.CallAnswers;
import dev.safar.core.runtime.Event;
import dev.safar.core.runtime.MessageDecision;
import dev.safar.core.runtime.ReceiptEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One scenario being played. */
final class Rehearsal {

    /** A Sunday morning: when scenarios start that do not say. */
    static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

    /** No story is longer than this. */
    private static final Duration END = Duration.ofDays(3650);

    private final Scenario scenario;
    private final Instant start;
    private final VirtualTime time;
    private final List<String> difference = new ArrayList<>();

    private Rehearsal(Workspace workspace, Scenario scenario) {
        this.scenario = scenario;
        this.start = scenario.starts();
        this.time = new VirtualTime(workspace, scenario.customer(), scenario.starts());
    }

    static ScenarioResult of(Workspace workspace, Scenario scenario) {
        return new Rehearsal(workspace, scenario).play();
    }

    private ScenarioResult play() {
        time.feed(identify("customer", start, scenario.traits(), false));
        for (int i = 0; i < scenario.given().size(); i++) {
            Given given = scenario.given().get(i);
            time.passBefore(start.plus(given.received())); // a report is on a message that may only now be due
            event(given, "event-" + i).ifPresent(event -> time.feed(event, start.plus(given.received())));
        }
        scenario.until()
                .ifPresentOrElse(
                        until -> time.passUntil(start.plus(until)),
                        () -> time.passToRest(scenario.journeys(), start.plus(scenario.lastWord()), start.plus(END)));
        difference.addAll(Comparison.of(scenario.expected(), happened()));
        Map<JourneyId, JourneyTotals> totals = JourneyTotals.of(time.decisions(), time.customer());
        totals.forEach((journey, total) -> {
            if (!total.balanced()) {
                difference.add(journey + ": " + total + " does not add up");
            }
        });
        return new ScenarioResult(scenario.name(), scenario.where(), difference, totals);
    }

    private List<Happening> happened() {
        return Happenings.of(time.decisions(), start).stream()
                .filter(happening -> scenario.journeys().contains(happening.journey()))
                .filter(happening -> scenario.tells(happening.kind()))
                .toList();
    }

    private Optional<Event> event(Given given, String defaultId) {
        Instant at = start.plus(given.at());
        String id = given.id().orElse(defaultId);
        if (given.what() instanceof Given.Occurrence occurrence) {
            return Optional.of(new Event(occurrence.event(), id, at, occurrence.fields(), Map.of(), given.imported()));
        }
        if (given.what() instanceof Given.Identified identified) {
            return Optional.of(identify(id, at, identified.traits(), given.imported()));
        }
        return given.what() instanceof Given.Answered answered
                ? answer(answered, id, at)
                : report((Given.Report) given.what(), id, at);
    }

    private static Event identify(String id, Instant at, Map<String, Object> traits, boolean imported) {
        return new Event(Event.IDENTIFY, id, at, Map.of(), traits, imported);
    }

    private Optional<Event> answer(Given.Answered answered, String id, Instant at) {
        Optional<MessageDecision.CallRequested> call = time.decisions().stream()
                .filter(MessageDecision.CallRequested.class::isInstance)
                .map(MessageDecision.CallRequested.class::cast)
                .filter(asked -> scenario.journeys().contains(asked.journey().id()))
                .filter(asked -> asked.step().value().equals(answered.step()))
                .reduce((first, second) -> second);
        if (call.isEmpty()) {
            String when = ScenarioTime.text(Duration.between(START, at));
            difference.add("at " + when + " nobody had been asked by '" + answered.step() + "'");
        }
        return call.map(asked -> {
            Map<String, Object> fields = new HashMap<>(answered.fields());
            fields.put(ReceiptEvents.MESSAGE_ID, asked.call().value());
            return new Event(CallAnswers.EVENT, id, at, fields, Map.of(), false);
        });
    }

    private Optional<Event> report(Given.Report report, String id, Instant at) {
        Optional<MessageDecision.MessageRequested> message = time.decisions().stream()
                .filter(MessageDecision.MessageRequested.class::isInstance)
                .map(MessageDecision.MessageRequested.class::cast)
                .filter(sent -> scenario.journeys().contains(sent.journey().id()))
                .filter(sent -> sent.step().value().equals(report.message())
                        || sent.template().value().equals(report.message()))
                .reduce((first, second) -> second);
        if (message.isEmpty()) {
            String when = ScenarioTime.text(Duration.between(start, at));
            difference.add("at " + when + " no message '" + report.message() + "' had been sent that could be "
                    + report.kind());
        }
        return message.map(sent -> new Event(
                ReceiptEvents.name(sent.channel(), report.kind()),
                id,
                at,
                Map.of(ReceiptEvents.MESSAGE_ID, sent.message().value()),
                Map.of(),
                false));
    }
}
