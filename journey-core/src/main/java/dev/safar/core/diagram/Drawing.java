package dev.safar.core.diagram;

import java.util.List;

/**
 * Everything that is to be drawn, at its place; all measures are pixels, from the upper left corner.
 *
 * @param arrows lines from point to point with a head at their end
 * @param lines lines from point to point without one
 */
record Drawing(int width, int height, List<Box> boxes, List<Path> arrows, List<Path> lines, List<Label> labels) {

    Drawing {
        boxes = List.copyOf(boxes);
        arrows = List.copyOf(arrows);
        lines = List.copyOf(lines);
        labels = List.copyOf(labels);
    }

    /**
     * A box with its text in lines that fit.
     *
     * @param index of the step in its journey; negative for what is no step
     */
    record Box(int index, Caption.Kind kind, int left, int top, int width, int height, List<Line> text) {

        Box {
            text = List.copyOf(text);
        }

        int bottom() {
            return top + height;
        }

        int right() {
            return left + width;
        }
    }

    record Line(String text, boolean bold) {}

    record Point(int x, int y) {}

    record Path(List<Point> points) {

        Path {
            points = List.copyOf(points);
        }

        static Path of(Point... points) {
            return new Path(List.of(points));
        }
    }

    /** A text around a point. */
    record Label(String text, Style style, Point at) {}

    /** How a text looks. */
    enum Style {
        TITLE,
        WAY
    }
}
