package dev.safar.standalone.audit;

/** A record's place. */
record Position(String topic, int partition, long offset) {

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
