package dev.safar.standalone.audit;

/**
 * One place where a guarantee is broken, for people: names and positions, nothing of what is known of a customer.
 *
 * @param subject the customer, run, message or journey, such as {@code customer ada}
 * @param where in the logs, such as {@code events-0@57}
 * @param what is wrong there
 */
public record Finding(Guarantee guarantee, String subject, String where, String what) {

    @Override
    public String toString() {
        return subject + ", " + where + ": " + what;
    }
}
