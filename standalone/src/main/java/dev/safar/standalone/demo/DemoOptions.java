package dev.safar.standalone.demo;

/**
 * What to show, and how.
 *
 * @param retailCustomers how many customers of Online Retail take part, beside all sessions of OTTO
 * @param terminal whether the output goes to one, on which a line can be written over
 */
public record DemoOptions(int retailCustomers, boolean terminal) {

    public DemoOptions {
        if (retailCustomers < 0) {
            throw new IllegalArgumentException("can't show " + retailCustomers + " customers");
        }
    }
}
