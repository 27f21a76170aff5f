package dev.safar.dispatch.policy;

/**
 * What has been tried for one message.
 *
 * @param tries answers of the provider that it may take the message later
 * @param unknowns attempts whose outcome nobody knows
 * @param outages attempts in a row that did not reach the provider
 */
public record Tally(int tries, int unknowns, int outages) {

    public static final Tally NONE = new Tally(0, 0, 0);

    Tally tryAgain() {
        return new Tally(tries + 1, unknowns, 0);
    }

    /** One more attempt of which nobody knows how it ended. */
    public Tally unknown() {
        return new Tally(tries, unknowns + 1, 0);
    }

    Tally outage() {
        return new Tally(tries, unknowns, outages + 1);
    }
}
