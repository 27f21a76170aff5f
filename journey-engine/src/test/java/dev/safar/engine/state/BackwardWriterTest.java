package dev.safar.engine.state;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Against what Protocol Buffers itself writes. */
class BackwardWriterTest {

    private static final int LARGEST_FIELD = (1 << 29) - 1;

    @Property
    void writesTexts(
            @ForAll @IntRange(min = 1, max = LARGEST_FIELD) int field, @ForAll @StringLength(max = 5_000) String text) {
        assertThat(ours(out -> out.givenText(field, text)))
                .isEqualTo(Theirs.bytes(out -> out.writeString(field, text)));
    }

    @Property
    void writesNumbers(@ForAll @IntRange(min = 1, max = LARGEST_FIELD) int field, @ForAll long number) {
        assertThat(ours(out -> out.givenNumber(field, number)))
                .isEqualTo(Theirs.bytes(out -> out.writeUInt64(field, number)));
        assertThat(ours(out -> out.givenSigned(field, number)))
                .isEqualTo(Theirs.bytes(out -> out.writeSInt64(field, number)));
        assertThat(ours(out -> out.fixed(field, number | 1)))
                .isEqualTo(Theirs.bytes(out -> out.writeFixed64(field, number | 1)));
    }

    @Property
    void writesSmallNumbersAsTheLargeOnesThatTheyAre(@ForAll int number) {
        assertThat(ours(out -> out.givenNumber(2, number))).isEqualTo(Theirs.bytes(out -> out.writeInt32(2, number)));
    }

    @Property
    void writesRealNumbersAndFlags(@ForAll double number, @ForAll boolean flag) {
        assertThat(ours(out -> out.givenReal(4, number))).isEqualTo(Theirs.bytes(out -> out.writeDouble(4, number)));
        assertThat(ours(out -> out.givenFlag(5, flag))).isEqualTo(Theirs.bytes(out -> out.writeBool(5, flag)));
    }

    @Property
    void writesMessagesInsideEachOther(
            @ForAll @StringLength(max = 300) String text, @ForAll @IntRange(min = 0, max = 40) int levels) {
        // given
        byte[] theirs = Theirs.bytes(out -> out.writeString(1, text));
        for (int i = 0; i < levels; i++) {
            byte[] inner = theirs;
            theirs = Theirs.bytes(out -> out.writeByteArray(3, inner));
        }

        // when
        byte[] ours = ours(out -> {
            int mark = out.mark();
            out.givenText(1, text);
            for (int i = 0; i < levels; i++) {
                out.message(3, mark);
            }
        });

        // then
        assertThat(ours).isEqualTo(theirs);
    }

    @Test
    void writesWhatIsReadLastFirst() {
        // when
        byte[] ours = ours(out -> {
            BackwardWriter.lastFirst(List.of("b", "c"), text -> out.givenText(2, text));
            out.text(1, "a");
        });

        // then
        assertThat(ours).isEqualTo(Theirs.bytes(out -> {
            out.writeString(1, "a");
            out.writeString(2, "b");
            out.writeString(2, "c");
        }));
    }

    @Test
    void writesPackedFieldsAndNoneWhereNothingIsInThem() {
        // when
        byte[] ours = ours(out -> {
            int none = out.mark();
            out.packed(9, none);
            int mark = out.mark();
            BackwardWriter.lastFirst(List.of(-1L, 300L), out::fixedElement);
            out.packed(8, mark);
        });

        // then
        assertThat(ours).isEqualTo(Theirs.bytes(out -> {
            out.writeUInt32NoTag(8 << 3 | 2);
            out.writeUInt32NoTag(16);
            out.writeFixed64NoTag(-1);
            out.writeFixed64NoTag(300);
        }));
    }

    @Test
    void leavesOutWhatAFieldIsAnyway() {
        assertThat(ours(out -> {
                    out.text(1, "");
                    out.number(2, 0);
                    out.signed(3, 0);
                    out.flag(4, false);
                    out.fixed(5, 0);
                }))
                .isEmpty();
    }

    private interface Ours {
        void write(BackwardWriter out);
    }

    private static byte[] ours(Ours fields) {
        var out = new BackwardWriter();
        fields.write(out);
        byte[] written = out.toByteArray((byte) 7);
        assertThat(written[0]).isEqualTo((byte) 7);
        return Arrays.copyOfRange(written, 1, written.length);
    }
}
