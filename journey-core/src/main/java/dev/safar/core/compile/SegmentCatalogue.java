package dev.safar.core.compile;

import dev.safar.core.definition.Location;
import dev.safar.core.definition.SegmentReader;
import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.definition.WrittenSegment;
import dev.safar.core.definition.YamlReader;
import dev.safar.core.definition.YamlReading;
import dev.safar.core.expression.Checked;
import dev.safar.core.expression.ExpressionCompiler;
import dev.safar.core.expression.Place;
import dev.safar.core.expression.References;
import dev.safar.core.model.Condition;
import dev.safar.core.model.Segment;
import dev.safar.core.model.SegmentId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All segments of a workspace, read and checked. */
final class SegmentCatalogue {

    private static final Pattern PATH = Pattern.compile("segments/([^/.][^/]*)\\.ya?ml");
    private static final String OTHER_ENDING = ".yml";

    private final Map<String, SegmentDraft> drafts = new TreeMap<>();
    private final Set<String> names = new TreeSet<>();
    private final Problems problems;

    private SegmentCatalogue(Problems problems) {
        this.problems = problems;
    }

    static SegmentCatalogue read(WorkspaceFiles workspace, Problems problems) {
        SegmentCatalogue catalogue = new SegmentCatalogue(problems);
        new TreeMap<>(workspace.texts()).forEach((path, text) -> {
            Matcher matcher = PATH.matcher(path);
            if (matcher.matches() && path.endsWith(OTHER_ENDING)) {
                Location start = new Location(path, 1, 1);
                problems.error(start, RuleNames.FILE_NAME, "a segment's file ends in .yaml; rename it");
            } else if (matcher.matches()) {
                catalogue.names.add(matcher.group(1));
                catalogue.read(matcher.group(1), path, text);
            }
        });
        catalogue.drafts.values().forEach(catalogue::check);
        SegmentCircleRule.check(catalogue.drafts, problems);
        return catalogue;
    }

    private void read(String name, String path, String text) {
        YamlReading yaml = YamlReader.read(path, text);
        if (yaml instanceof YamlReading.Unreadable unreadable) {
            problems.errors(unreadable.flaws());
            return;
        }
        SegmentReader.Reading reading = SegmentReader.read(((YamlReading.Read) yaml).root());
        problems.errors(reading.flaws());
        reading.segment().ifPresent(written -> drafts.put(name, draft(name, path, written)));
    }

    private static SegmentDraft draft(String name, String path, WrittenSegment written) {
        Checked<Condition> condition = ExpressionCompiler.condition(written.where(), Place.anywhere());
        return new SegmentDraft(name, path, written, condition);
    }

    private void check(SegmentDraft segment) {
        if (!segment.written().name().text().equals(segment.name())) {
            String message = "the segment '" + segment.written().name().text() + "' is in a file called '"
                    + segment.file() + "'; give both the same name";
            problems.error(segment.written().name().where(), RuleNames.FILE_NAME, message);
        }
        problems.errors(segment.condition().flaws());
        problems.warnings(segment.condition().doubts());
        UnknownSegmentRule.check(segment.condition().references(), names, problems);
    }

    /** Of all files, also of those that can't be read. */
    Set<String> names() {
        return names;
    }

    /** What all segments together can notice. */
    References references() {
        return drafts.values().stream()
                .map(segment -> segment.condition().references())
                .reduce(References.NONE, References::and);
    }

    /** Only where there are no errors. */
    Collection<Segment> segments() {
        Map<String, Boolean> timeDependent = new HashMap<>();
        List<Segment> segments = drafts.values().stream()
                .map(draft -> new Segment(
                        new SegmentId(draft.name()),
                        draft.condition().value().orElseThrow(),
                        timeDependent(draft, timeDependent)))
                .toList();
        return segments;
    }

    private boolean timeDependent(SegmentDraft segment, Map<String, Boolean> known) {
        Boolean already = known.get(segment.name());
        if (already != null) {
            return already;
        }
        References references = segment.condition().references();
        boolean depends = references.timeDependent()
                || references.segments().keySet().stream().anyMatch(name -> timeDependent(drafts.get(name), known));
        known.put(segment.name(), depends);
        return depends;
    }
}
