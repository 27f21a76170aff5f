package dev.safar.engine.state;

/**
 * Which positions of the log a customer has been through, in so few bytes that every record can carry them: enough to tell
 * later whether each was gone through once.
 *
 * @param first the first one counted; of no meaning while none is
 * @param count how many, those that turned out to be repeated events too
 * @param digest the sum of {@link #hash} over them, whatever their order
 * @param complete whether they were counted from the customer's first event on, which early versions did not
 */
public record Applied(long first, long count, long digest, boolean complete) {

    /** Of a customer to whom nothing has happened yet. */
    public static final Applied NOTHING = new Applied(0, 0, 0, true);

    /** Of a customer of whom it was not counted. */
    public static final Applied UNKNOWN = new Applied(0, 0, 0, false);

    /** These and one more. */
    public Applied and(long offset) {
        return new Applied(count == 0 ? offset : first, count + 1, digest + hash(offset), complete);
    }

    /** A position's share in the digest: neighbours share no bits, and no two positions have the same. */
    public static long hash(long offset) {
        long mixed = offset + 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    /** The position of which this is the hash: what two digests differ in names the one that is missing. */
    public static long position(long hash) {
        long mixed = (hash ^ (hash >>> 31) ^ (hash >>> 62)) * 0x319642b2d24d8ec3L;
        mixed = (mixed ^ (mixed >>> 27) ^ (mixed >>> 54)) * 0x96de1b173f119089L;
        return (mixed ^ (mixed >>> 30) ^ (mixed >>> 60)) - 0x9e3779b97f4a7c15L;
    }
}
