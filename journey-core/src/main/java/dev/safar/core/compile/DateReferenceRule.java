package dev.safar.core.compile;

import dev.safar.core.definition.WrittenStart;

/** The date at which a journey begins is one of the customer's attributes. */
final class DateReferenceRule implements JourneyRule {

    @Override
    public void check(JourneyDraft journey, Problems problems) {
        if (journey.written().start() instanceof WrittenStart.AtDate start
                && DateTexts.ofCustomer(start.date()).isEmpty()) {
            String message = "'" + start.date().text() + "' is not a date of the customer; write it like "
                    + "customer.birthday or customer.birthday - 3d";
            problems.error(start.date().where(), RuleNames.BAD_DATE, message);
        }
    }
}
