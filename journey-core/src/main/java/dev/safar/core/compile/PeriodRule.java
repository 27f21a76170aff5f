package dev.safar.core.compile;

import dev.safar.core.definition.WrittenAdmission;
import dev.safar.core.definition.YamlNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** What begins at {@code from} does so before it ends at {@code to}. */
final class PeriodRule implements JourneyRule {

    @Override
    public void check(JourneyDraft journey, Problems problems) {
        WrittenAdmission admission = journey.written().admission();
        ZoneId zone = journey.around().settings().zone();
        Optional<Instant> from = admission.from().flatMap(text -> AdmissionBuilder.from(text, zone));
        Optional<Instant> to = admission.to().flatMap(text -> AdmissionBuilder.to(text, zone));
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            YamlNode.Scalar last = admission.to().get();
            String message = "'to' " + last.text() + " is not after 'from' "
                    + admission.from().get().text() + ", so that the journey never begins; swap them";
            problems.error(last.where(), "bad-period", message);
        }
    }
}
