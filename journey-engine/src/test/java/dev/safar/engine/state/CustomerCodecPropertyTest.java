package dev.safar.engine.state;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import dev.safar.engine.state.wire.CustomerState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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

    /** The schema, not this codec, is what other versions go by. */
    @Property(tries = 300)
    void writesAsProtocolBuffersWould(@ForAll long seed) throws InvalidProtocolBufferException {
        // given
        byte[] written = CustomerCodec.encode(new AnyCustomer(seed).stored());

        // when
        CustomerState read = CustomerState.parseFrom(ByteString.copyFrom(written, 1, written.length - 1));

        // then
        assertThat(read.toByteArray()).hasSize(written.length - 1);
        assertThat(unknownFields(read)).isEmpty();
    }

    private static List<Integer> unknownFields(Message message) {
        List<Integer> unknown =
                new ArrayList<>(message.getUnknownFields().asMap().keySet());
        message.getAllFields().values().stream()
                .flatMap(value -> value instanceof List<?> list ? list.stream() : Stream.of(value))
                .filter(Message.class::isInstance)
                .forEach(part -> unknown.addAll(unknownFields((Message) part)));
        return unknown;
    }
}
