package dev.safar.standalone.audit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/**
 * Ids, by 64 bits of a hash, in 12 to 24 bytes each. That two ids of ten million share their hash has a chance of three in
 * a million.
 */
final class IdSet {

    private static final int FIRST_SIZE = 1 << 10;

    private long[] table = new long[FIRST_SIZE];
    private int size;

    /** Whether it is new here. */
    boolean add(String id) {
        if (3L * size >= 2L * table.length) {
            grow();
        }
        boolean added = put(hash(id), table);
        if (added) {
            size++;
        }
        return added;
    }

    private void grow() {
        long[] larger = new long[2 * table.length];
        Arrays.stream(table).filter(hash -> hash != 0).forEach(hash -> put(hash, larger));
        table = larger;
    }

    private static boolean put(long hash, long[] table) {
        int mask = table.length - 1;
        int slot = (int) hash & mask;
        while (table[slot] != 0) {
            if (table[slot] == hash) {
                return false;
            }
            slot = (slot + 1) & mask;
        }
        table[slot] = hash;
        return true;
    }

    /** Never 0, which stands for an empty slot. */
    private static long hash(String id) {
        UUID named = UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
        // six bits of each UUID are fixed, at different places of its halves
        long hash = named.getMostSignificantBits() ^ Long.rotateLeft(named.getLeastSignificantBits(), 8);
        return hash == 0 ? 1 : hash;
    }
}
