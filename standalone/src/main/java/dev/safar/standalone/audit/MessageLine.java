package dev.safar.standalone.audit;

import dev.safar.dispatch.ledger.LedgerEntry;

/** What is kept of a message during an audit. */
final class MessageLine {

    /** Many times of what it takes to note an answer; what took longer, others can't have known when they began. */
    private static final long HELD_UP_MILLIS = 2_000;

    private final String id;
    private final Position position;
    private final long appendedAt;
    private final boolean early;
    private boolean decided;
    private LedgerEntry.Status status;
    private String provider;
    private long sentAt;
    private boolean knownAsSent;
    private boolean begunAgain;

    /**
     * @param appendedAt when the log took it
     * @param early whether it is from before the first cut
     */
    MessageLine(String id, Position position, long appendedAt, boolean early) {
        this.id = id;
        this.position = position;
        this.appendedAt = appendedAt;
        this.early = early;
    }

    String id() {
        return id;
    }

    Position position() {
        return position;
    }

    long appendedAt() {
        return appendedAt;
    }

    boolean early() {
        return early;
    }

    boolean decided() {
        return decided;
    }

    void decide() {
        decided = true;
    }

    /** How far it came, or what it waits for; null where dispatch has noted nothing. */
    LedgerEntry.Status status() {
        return status;
    }

    /**
     * Whether the entry says that it was sent another time than is known already.
     *
     * @param notedAt when the log took the entry
     */
    boolean note(LedgerEntry entry, long notedAt) {
        status = entry.status();
        if (status != LedgerEntry.Status.SENT) {
            begunAgain |= knownAsSent && entry.uncertain();
            return false;
        }
        String by = entry.providerId() == null ? "" : entry.providerId();
        long at = entry.at() == null ? 0 : entry.at().toEpochMilli();
        boolean again = provider != null && isAnother(by, at);
        provider = by;
        sentAt = at;
        knownAsSent |= notedAt - at <= HELD_UP_MILLIS;
        begunAgain = false;
        return again;
    }

    /** An id that follows from the message's own is the same each time: then what tells is that the message was begun again. */
    private boolean isAnother(String by, long at) {
        return by.isEmpty() ? at != sentAt : !by.equals(provider) || (begunAgain && by.contains(id));
    }
}
