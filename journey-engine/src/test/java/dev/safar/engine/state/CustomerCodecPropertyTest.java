package dev.safar.engine.state;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import static org.assertj.core.api.Assertions.assertThat;

class CustomerCodecPropertyTest {

    @Property(tries = 300)
    void readsBackWhatItWrote(@ForAll long seed) {
        // given
        StoredCustomer customer = new AnyCustomer(seed).stored();

        // when
        StoredCustomer read = CustomerCodec.decode(CustomerCodec.encode(customer));

        // then
        assertThat(read).isEqualTo(customer);
    }
}
