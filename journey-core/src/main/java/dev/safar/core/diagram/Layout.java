package dev.safar.core.diagram;

import dev.safar.core.diagram.Drawing.Box;
import dev.safar.core.diagram.Drawing.Label;
import dev.safar.core.diagram.Drawing.Line;
import dev.safar.core.diagram.Drawing.Path;
import dev.safar.core.diagram.Drawing.Point;
import dev.safar.core.diagram.Drawing.Style;
import dev.safar.core.model.Journey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Places a journey from top to bottom: what follows stands below, several ways stand side by side, each in a column as wide as
 * what is in it. So boxes can't touch and lines can't cross.
 */
final class Layout {

    static final int FONT = 13;
    static final int TITLE_FONT = 18;
    static final int LINE_HEIGHT = 18;
    static final int PADDING = 10;

    private static final int BOX_WIDTH = 220;
    private static final int GAP = 28;
    private static final int MARGIN = 24;
    private static final int STEP_DOWN = 28;
    private static final int LABEL_HEIGHT = 34;
    private static final int TITLE_LINE = 26;

    private final List<Box> boxes = new ArrayList<>();
    private final List<Path> arrows = new ArrayList<>();
    private final List<Path> lines = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();
    private int lowest;

    private Layout() {}

    static Drawing of(Journey journey) {
        return new Layout().draw(journey);
    }

    private Drawing draw(Journey journey) {
        Flow flow = FlowReader.read(journey);
        List<Caption> notes = Stream.of(StartCaptions.stops(journey), StartCaptions.goal(journey))
                .flatMap(Optional::stream)
                .toList();
        int story = Math.max(BOX_WIDTH, width(flow));
        int width = MARGIN + story + (notes.isEmpty() ? 0 : GAP + BOX_WIDTH) + MARGIN;
        int top = title(journey, width);
        int axis = MARGIN + story / 2;
        Box start = box(-1, StartCaptions.start(journey), axis, top);
        flow(flow, new Point(axis, start.bottom()));
        int noteTop = top;
        for (Caption note : notes) {
            noteTop =
                    box(-1, note, MARGIN + story + GAP + BOX_WIDTH / 2, noteTop).bottom() + GAP;
        }
        return new Drawing(width, lowest + MARGIN, boxes, arrows, lines, labels);
    }

    private int title(Journey journey, int width) {
        String name = journey.ref().id().value();
        String title = journey.title().isBlank() ? name : journey.title();
        int y = MARGIN;
        for (String line : Lines.wrap(title, TITLE_FONT, width - 2 * MARGIN)) {
            labels.add(new Label(line, Style.TITLE, new Point(width / 2, y + TITLE_LINE / 2)));
            y += TITLE_LINE;
        }
        return y + PADDING;
    }

    private static int width(Flow flow) {
        return flow.parts().stream().mapToInt(Layout::width).max().orElse(0);
    }

    private static int width(Flow.Part part) {
        return Math.max(BOX_WIDTH, widthOfWays(part));
    }

    private static int widthOfWays(Flow.Part part) {
        return part.ways().stream().mapToInt(way -> width(way) + GAP).sum() - GAP;
    }

    private static int width(Flow.Way way) {
        return Math.max(width(way.flow()), Lines.width(way.label(), FONT) + PADDING);
    }

    /**
     * How far something reaches that was drawn from a point down.
     *
     * @param end where it goes on, if it does
     * @param bottom its lowest line, which is lower where a way ends without going on
     */
    private record Reach(Point end, int bottom) {}

    private Reach flow(Flow flow, Point from) {
        Reach reach = new Reach(from, from.y());
        for (Flow.Part part : flow.parts()) {
            Point at = reach.end();
            Point below = new Point(at.x(), at.y() + STEP_DOWN);
            arrows.add(Path.of(at, below));
            int bottom = box(part.index(), part.caption(), below.x(), below.y()).bottom();
            Point under = new Point(at.x(), bottom);
            reach = part.ways().isEmpty() ? new Reach(under, bottom) : ways(part, under);
        }
        return reach;
    }

    /** Draws all ways side by side, and where those that go on meet. */
    private Reach ways(Flow.Part part, Point from) {
        int bar = from.y() + STEP_DOWN / 2;
        int left = from.x() - widthOfWays(part) / 2;
        int bottom = bar;
        List<Point> ends = new ArrayList<>();
        for (Flow.Way way : part.ways()) {
            int x = left + width(way) / 2;
            left += width(way) + GAP;
            Point begin = new Point(x, bar + LABEL_HEIGHT);
            lines.add(Path.of(from, new Point(from.x(), bar), new Point(x, bar), begin));
            labels.add(new Label(way.label(), Style.WAY, new Point(x, bar + LABEL_HEIGHT / 2)));
            Reach reach = flow(way.flow(), begin);
            bottom = Math.max(bottom, reach.bottom());
            if (way.flow().goesOn()) {
                ends.add(reach.end());
            }
        }
        int meet = bottom + STEP_DOWN / 2;
        for (Point end : ends) {
            lines.add(Path.of(end, new Point(end.x(), meet), new Point(from.x(), meet)));
        }
        return new Reach(new Point(from.x(), meet), meet);
    }

    private Box box(int index, Caption caption, int axis, int top) {
        List<Line> text = new ArrayList<>();
        Lines.wrap(caption.headline(), FONT, BOX_WIDTH - 2 * PADDING).forEach(line -> text.add(new Line(line, true)));
        for (String detail : caption.details()) {
            Lines.wrap(detail, FONT, BOX_WIDTH - 2 * PADDING).forEach(line -> text.add(new Line(line, false)));
        }
        int height = text.size() * LINE_HEIGHT + 2 * PADDING;
        Box box = new Box(index, caption.kind(), axis - BOX_WIDTH / 2, top, BOX_WIDTH, height, text);
        boxes.add(box);
        lowest = Math.max(lowest, box.bottom());
        return box;
    }
}
