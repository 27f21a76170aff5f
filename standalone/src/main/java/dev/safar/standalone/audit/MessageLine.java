package dev.safar.standalone.audit;

import dev.safar.dispatch.ledger.LedgerEntry;

/** What is kept of a message during an audit. */
final class MessageLine {

    private final String id;
    private final Position position;
    private final long appendedAt;
    private final boolean early;
    private boolean decided;
    private LedgerEntry.Status status;
    private String provider;
    private long sentAt;

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

    /** Whether the entry says that it was sent another time than is known already. */
    boolean note(LedgerEntry entry) {
        status = entry.status();
        if (status != LedgerEntry.Status.SENT) {
            return false;
        }
        String by = entry.providerId() == null ? "" : entry.providerId();
        long at = entry.at() == null ? 0 : entry.at().toEpochMilli();
        boolean again = provider != null && (by.isEmpty() ? at != sentAt : !by.equals(provider));
        provider = by;
        sentAt = at;
        return again;
    }
}
