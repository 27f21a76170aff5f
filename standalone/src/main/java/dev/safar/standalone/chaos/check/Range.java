package dev.safar.standalone.chaos.check;

/** How many there have to be, and how many there may be. */
record Range(int least, int most) {

    static final Range NONE = new Range(0, 0);
    static final Range MAYBE = new Range(0, 1);
    static final Range ONE = new Range(1, 1);

    Range plus(Range other) {
        return new Range(least + other.least, most + other.most);
    }

    boolean holds(int count) {
        return count >= least && count <= most;
    }

    @Override
    public String toString() {
        return least == most ? Integer.toString(least) : least + " to " + most;
    }
}
