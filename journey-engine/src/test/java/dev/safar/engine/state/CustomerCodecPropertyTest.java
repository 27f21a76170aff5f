package dev.safar.engine.state;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.UnknownFieldSet;
import dev.safar.engine.state.wire.CustomerState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

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
        StoredCustomer customer = new AnyCustomer(seed).stored();

        // when
        CustomerState read = wire(customer);

        // then
        assertThat(read.toByteArray()).hasSize(CustomerCodec.encode(customer).length - 1);
        assertThat(unknownFields(read)).isEmpty();
    }

    /** As the versions before this codec did. */
    @Property(tries = 300)
    void readsWhatProtocolBuffersWrites(@ForAll long seed) throws InvalidProtocolBufferException {
        // given
        StoredCustomer customer = new AnyCustomer(seed).stored();

        // when
        byte[] written = StateFormat.write(wire(customer));

        // then
        assertThat(CustomerCodec.decode(written)).isEqualTo(customer);
    }

    /** A version that adds a field leaves the format as it is. */
    @Property(tries = 100)
    void passesOverFieldsThatLaterVersionsAdd(@ForAll long seed) throws InvalidProtocolBufferException {
        // given
        StoredCustomer customer = new AnyCustomer(seed).stored();

        // when
        byte[] written = StateFormat.write(withUnknownFields(wire(customer)));

        // then
        assertThat(CustomerCodec.decode(written)).isEqualTo(customer);
    }

    /** A field that is missing at the end can't be told from one that was never written. */
    @Property(tries = 100)
    void whatWasCutOffIsDamagedOrLess(@ForAll long seed, @ForAll @IntRange(max = 100_000) int cut) {
        // given
        byte[] written = CustomerCodec.encode(new AnyCustomer(seed).stored());
        byte[] less = Arrays.copyOf(written, 1 + cut % written.length);

        // when
        Throwable thrown = catchThrowable(() -> CustomerCodec.decode(less));

        // then
        if (thrown != null) {
            assertThat(thrown).isInstanceOf(UnreadableStateException.class).hasMessage("stored state is damaged");
        }
    }

    private static CustomerState wire(StoredCustomer customer) throws InvalidProtocolBufferException {
        byte[] written = CustomerCodec.encode(customer);
        return CustomerState.parseFrom(ByteString.copyFrom(written, 1, written.length - 1));
    }

    /** One of each type that nobody knows, in each message but those inside maps. */
    private static <M extends Message> M withUnknownFields(M message) {
        Message.Builder builder = message.toBuilder();
        message.getAllFields().forEach((field, value) -> {
            if (field.getJavaType() == JavaType.MESSAGE && !field.isRepeated()) {
                builder.setField(field, withUnknownFields((Message) value));
            } else if (field.getJavaType() == JavaType.MESSAGE && !field.isMapField()) {
                List<?> all = (List<?>) value;
                IntStream.range(0, all.size())
                        .forEach(i -> builder.setRepeatedField(field, i, withUnknownFields((Message) all.get(i))));
            }
        });
        var unknown = UnknownFieldSet.Field.newBuilder()
                .addVarint(7)
                .addFixed32(8)
                .addFixed64(9)
                .addLengthDelimited(ByteString.copyFromUtf8("new"))
                .build();
        builder.setUnknownFields(
                UnknownFieldSet.newBuilder().addField(900, unknown).build());
        @SuppressWarnings("unchecked")
        M grown = (M) builder.build();
        return grown;
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
