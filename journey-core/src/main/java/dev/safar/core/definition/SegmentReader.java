package dev.safar.core.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a YAML tree as a segment, noting everything that does not belong there. */
public final class SegmentReader {

    private SegmentReader() {}

    /**
     * What was read, and what was wrong with it.
     *
     * @param segment empty where a part is missing without which there is nothing to look at
     */
    public record Reading(Optional<WrittenSegment> segment, List<Flaw> flaws) {
        public Reading {
            flaws = List.copyOf(flaws);
        }
    }

    public static Reading read(YamlNode root) {
        List<Flaw> flaws = new ArrayList<>();
        if (!(root instanceof YamlNode.Mapping mapping)) {
            String message = root.kind() + " is no segment; write the keys 'segment' and 'where'";
            return new Reading(Optional.empty(), List.of(new Flaw(root.where(), Rules.WRONG_TYPE, message)));
        }
        Fields fields = Fields.of(mapping, Language.SEGMENT, flaws);
        Optional<YamlNode.Scalar> name = fields.requiredText("segment");
        Optional<YamlNode.Scalar> title = fields.text("title");
        Optional<YamlNode.Scalar> where = fields.requiredText("where");
        return new Reading(
                name.flatMap(known -> where.map(condition -> new WrittenSegment(known, title, condition))), flaws);
    }
}
