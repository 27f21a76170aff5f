package dev.safar.engine.state;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Of what Protocol Buffers itself writes. */
class ForwardReaderTest {

    private static final int LARGEST_FIELD = (1 << 29) - 1;

    @Property
    void readsTextsAndNumbersOfAllKinds(
            @ForAll @IntRange(min = 1, max = LARGEST_FIELD) int field,
            @ForAll @StringLength(max = 5_000) String text,
            @ForAll long number,
            @ForAll double real)
            throws IOException {
        // given
        String wellFormed =
                text.codePoints().allMatch(point -> Character.getType(point) != Character.SURROGATE) ? text : "";
        ForwardReader in = reader(out -> {
            out.writeString(field, wellFormed);
            out.writeUInt64(field, number);
            out.writeSInt64(field, number);
            out.writeFixed64(field, number);
            out.writeDouble(field, real);
            out.writeBool(field, true);
        });

        // then
        assertThat(next(in, field).text()).isEqualTo(wellFormed);
        assertThat(next(in, field).number()).isEqualTo(number);
        assertThat(next(in, field).signed()).isEqualTo(number);
        assertThat(next(in, field).fixed()).isEqualTo(number);
        assertThat(next(in, field).real()).isEqualTo(real);
        assertThat(next(in, field).flag()).isTrue();
        assertThat(in.next()).isFalse();
    }

    @Test
    void readsANumberOf32BitsThatIsNegative() throws IOException {
        assertThat((int) next(reader(out -> out.writeInt32(2, -5)), 2).number()).isEqualTo(-5);
    }

    @Test
    void passesOverWhatItDoesNotKnow() throws IOException {
        // given
        ForwardReader in = reader(out -> {
            out.writeString(90, "new");
            out.writeFixed64(91, 1);
            out.writeFixed32(92, 2);
            out.writeUInt64(93, 3);
            out.writeUInt64(1, 4);
        });

        // when
        List<Long> known = new ArrayList<>();
        while (in.next()) {
            if (in.field() == 1) {
                known.add(in.number());
            } else {
                in.skip();
            }
        }

        // then
        assertThat(known).containsExactly(4L);
    }

    @Test
    void readsPackedFields() throws IOException {
        // given
        ForwardReader in = reader(out -> {
            out.writeByteArray(8, Theirs.bytes(packed -> {
                packed.writeFixed64NoTag(-1);
                packed.writeFixed64NoTag(300);
            }));
            out.writeByteArray(9, Theirs.bytes(packed -> {
                packed.writeUInt64NoTag(3);
                packed.writeUInt64NoTag(700);
            }));
            out.writeByteArray(9, new byte[0]);
        });
        List<Long> numbers = new ArrayList<>();

        // when
        next(in, 8).fixedElements(numbers::add);
        next(in, 9).elements(numbers::add);
        next(in, 9).elements(numbers::add);

        // then
        assertThat(numbers).containsExactly(-1L, 300L, 3L, 700L);
        assertThat(in.next()).isFalse();
    }

    @Test
    void readsEntriesOfMapsInWhateverOrderTheyTellKeyAndValue() throws IOException {
        // given
        ForwardReader in = reader(out -> {
            out.writeByteArray(4, Theirs.bytes(entry -> {
                entry.writeString(1, "a");
                entry.writeDouble(2, 1.5);
            }));
            out.writeByteArray(4, Theirs.bytes(entry -> {
                entry.writeUInt64(3, 1);
                entry.writeDouble(2, 2.5);
                entry.writeString(1, "b");
            }));
        });
        Map<String, Double> map = new HashMap<>();

        // when
        next(in, 4).entry(map, ForwardReader::real);
        next(in, 4).entry(map, ForwardReader::real);

        // then
        assertThat(map).isEqualTo(Map.of("a", 1.5, "b", 2.5));
    }

    @Test
    void refusesAnEntryWithoutAKeyOrAValue() {
        assertThatThrownBy(() -> entry(entry -> entry.writeString(1, "a")))
                .isInstanceOf(InvalidProtocolBufferException.class)
                .hasMessage("an entry of a map has no key or no value");
        assertThatThrownBy(() -> entry(entry -> entry.writeDouble(2, 1.5)))
                .isInstanceOf(InvalidProtocolBufferException.class);
    }

    @Test
    void aMessageEndsWhereItsLengthSays() throws IOException {
        // given
        ForwardReader in = reader(out -> {
            out.writeByteArray(1, Theirs.bytes(inner -> inner.writeUInt64(7, 70)));
            out.writeUInt64(7, 71);
        });

        // when
        List<Long> inside = next(in, 1).message(ForwardReaderTest::numbers);

        // then
        assertThat(inside).containsExactly(70L);
        assertThat(next(in, 7).number()).isEqualTo(71);
    }

    @Test
    void refusesAFieldOfAnotherType() {
        assertThatThrownBy(() -> next(reader(out -> out.writeUInt64(3, 0)), 3).text())
                .isInstanceOf(InvalidProtocolBufferException.class)
                .hasMessage("field 3 is not of the type that it has here");
        assertThatThrownBy(() -> next(reader(out -> out.writeUInt64(3, 0)), 3).fixed())
                .isInstanceOf(InvalidProtocolBufferException.class);
        assertThatThrownBy(() -> next(reader(out -> out.writeString(3, "a")), 3).number())
                .isInstanceOf(InvalidProtocolBufferException.class);
        assertThatThrownBy(() -> next(reader(out -> out.writeFixed64(3, 1)), 3).fixedElements(any -> {}))
                .isInstanceOf(InvalidProtocolBufferException.class);
        assertThatThrownBy(() -> next(reader(out -> out.writeUInt64(3, 0)), 3).message(ForwardReaderTest::numbers))
                .isInstanceOf(InvalidProtocolBufferException.class);
    }

    @Test
    void refusesAMessageThatIsLongerThanWhatIsAroundIt() {
        // given
        byte[] inner = Theirs.bytes(out -> {
            out.writeTag(7, 2);
            out.writeUInt32NoTag(5);
        });

        // then
        assertThatThrownBy(() -> next(reader(out -> out.writeByteArray(1, inner)), 1)
                        .message(in -> next(in, 7).message(ForwardReaderTest::numbers)))
                .isInstanceOf(InvalidProtocolBufferException.class);
    }

    @Test
    void refusesMessagesThatLieTooDeepInsideEachOther() throws IOException {
        // given
        byte[] deep = new byte[0];
        for (int i = 0; i < ForwardReader.NESTING; i++) {
            deep = inside(deep);
        }
        byte[] tooDeep = inside(deep);

        // then
        assertThat(levels(new ForwardReader(deep, 0))).isEqualTo(ForwardReader.NESTING);
        assertThatThrownBy(() -> levels(new ForwardReader(tooDeep, 0)))
                .isInstanceOf(InvalidProtocolBufferException.class)
                .hasMessage("messages lie inside each other more than 1000 deep");
    }

    private static byte[] inside(byte[] inner) {
        return Theirs.bytes(out -> out.writeByteArray(1, inner));
    }

    private static int levels(ForwardReader in) throws IOException {
        int levels = 0;
        while (in.next()) {
            levels = 1 + in.message(ForwardReaderTest::levels);
        }
        return levels;
    }

    private static void entry(Theirs fields) throws IOException {
        next(reader(out -> out.writeByteArray(4, Theirs.bytes(fields))), 4).entry(new HashMap<>(), ForwardReader::real);
    }

    private static List<Long> numbers(ForwardReader in) throws IOException {
        List<Long> numbers = new ArrayList<>();
        while (in.next()) {
            numbers.add(in.number());
        }
        return numbers;
    }

    private static ForwardReader next(ForwardReader in, int field) throws IOException {
        assertThat(in.next()).isTrue();
        assertThat(in.field()).isEqualTo(field);
        return in;
    }

    private static ForwardReader reader(Theirs fields) {
        return new ForwardReader(Theirs.bytes(fields), 0);
    }
}
