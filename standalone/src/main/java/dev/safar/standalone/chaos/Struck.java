package dev.safar.standalone.chaos;

/** A fault as it was done, and whether it was felt. */
record Struck(String what, boolean felt) {

    @Override
    public String toString() {
        return felt ? what : what + " (not felt)";
    }
}
