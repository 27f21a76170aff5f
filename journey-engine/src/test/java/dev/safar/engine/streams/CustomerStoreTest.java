package dev.safar.engine.streams;

import dev.safar.core.runtime.CustomerBuilder;
import dev.safar.engine.state.Applied;
import dev.safar.engine.state.CustomerCodec;
import dev.safar.engine.state.StoreKeys;
import dev.safar.engine.state.StoredCustomer;
import dev.safar.engine.streams.CustomerStore.Held;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CustomerStoreTest {

    private final MemoryStore store = new MemoryStore(new TreeMap<>());
    private final CustomerStore customers = new CustomerStore(store, 2);

    @Test
    void writesACustomerOnceForACommitHoweverOftenItChanged() {
        // when
        for (int points = 1; points <= 10; points++) {
            customers.put(held("ada", points));
        }

        // then
        assertThat(store.written()).isEmpty();
        assertThat(customers.get("ada")).isEqualTo(held("ada", 10));

        // when
        customers.write();

        // then
        byte[] encoded = CustomerCodec.encode(held("ada", 10).customer());
        assertThat(store.written()).containsOnlyKeys(StoreKeys.customer("ada"));
        assertThat(store.get(StoreKeys.customer("ada"))).isEqualTo(encoded);
    }

    @Test
    void keepsWhatIsNotWrittenThoughTheCacheHasNoRoomForIt() {
        // given
        customers.get("ada");
        customers.put(held("ada", 1));

        // when
        customers.get("grace");
        customers.get("edsger");

        // then
        assertThat(customers.get("ada")).isEqualTo(held("ada", 1));
        assertThat(store.written()).isEmpty();
    }

    @Test
    void writesBeforeThereIsTooMuchToKeep() {
        customers.put(held("ada", 1));
        customers.put(held("grace", 1));

        assertThat(store.written()).containsOnlyKeys(StoreKeys.customer("ada"), StoreKeys.customer("grace"));
    }

    @Test
    void findsInOrderThoseWhoHaveBeenWrittenAsTheyAreNow() {
        // given
        customers.put(held("grace", 1));
        customers.put(held("ada", 1));
        customers.write();
        customers.put(held("grace", 2));

        // when
        List<StoredCustomer> found = customers.after("", 10).stream()
                .map(next -> next.get().customer())
                .toList();

        // then
        assertThat(found)
                .containsExactly(held("ada", 1).customer(), held("grace", 2).customer());
    }

    @Test
    void forgetsNoChangeWhenACustomerIsEvicted() {
        customers.get("ada");
        customers.put(held("ada", 1));

        customers.evict("ada");

        assertThat(customers.get("ada")).isEqualTo(held("ada", 1));
    }

    private static Held held(String id, long points) {
        var customer =
                new CustomerBuilder(id).attributes(Map.of("points", points)).build();
        return new Held(new StoredCustomer(customer, OptionalLong.empty(), true, Applied.NOTHING), 100);
    }
}
