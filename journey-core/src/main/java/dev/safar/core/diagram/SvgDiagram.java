package dev.safar.core.diagram;

import dev.safar.core.diagram.Drawing.Box;
import dev.safar.core.diagram.Drawing.Label;
import dev.safar.core.diagram.Drawing.Line;
import dev.safar.core.diagram.Drawing.Path;
import dev.safar.core.diagram.Drawing.Style;
import dev.safar.core.model.Journey;
import java.io.StringWriter;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A journey as an SVG image. */
final class SvgDiagram {

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    private static final int ROUND = 8;
    private static final int VERY_ROUND = 18;
    private static final String STYLE =
            """

            svg { background: #ffffff }
            text { font-family: Vazirmatn, "Noto Sans", "Noto Sans Arabic", "Segoe UI", Tahoma, sans-serif; font-size: 13px;
              fill: #1f2933; text-anchor: middle; dominant-baseline: central }
            .headline { font-weight: 600 }
            .title { font-size: 18px; font-weight: 600 }
            .way { font-style: italic; paint-order: stroke; stroke: #ffffff; stroke-width: 5px }
            .line { fill: none; stroke: #52606d; stroke-width: 1.5px }
            rect { stroke-width: 1.5px }
            .start rect { fill: #d9f2e3; stroke: #2f855a }
            .note rect { fill: #ffffff; stroke: #9b2c2c; stroke-dasharray: 5 4 }
            .wait rect { fill: #fdf3d0; stroke: #b7791f }
            .choice rect { fill: #ece4fb; stroke: #6b46c1 }
            .send rect { fill: #dbeafe; stroke: #2b6cb0 }
            .action rect { fill: #ffffff; stroke: #4a5568 }
            .end rect { fill: #e4e7eb; stroke: #4a5568 }
            """;

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private SvgDiagram() throws XMLStreamException {
        this.xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
    }

    static String of(Journey journey) {
        try {
            SvgDiagram svg = new SvgDiagram();
            svg.document(journey, Layout.of(journey));
            return svg.text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("text in memory", e);
        }
    }

    private void document(Journey journey, Drawing drawing) throws XMLStreamException {
        xml.setDefaultNamespace(NAMESPACE);
        xml.writeStartElement(NAMESPACE, "svg");
        xml.writeDefaultNamespace(NAMESPACE);
        attribute("width", drawing.width());
        attribute("height", drawing.height());
        xml.writeAttribute("viewBox", "0 0 " + drawing.width() + " " + drawing.height());
        xml.writeAttribute("role", "img");
        element("title", journey.title().isBlank() ? journey.ref().id().value() : journey.title());
        element("style", STYLE);
        head();
        for (Path line : drawing.lines()) {
            path(line, false);
        }
        for (Path arrow : drawing.arrows()) {
            path(arrow, true);
        }
        for (Box box : drawing.boxes()) {
            box(box);
        }
        for (Label label : drawing.labels()) {
            line(
                    label.text(),
                    label.style() == Style.TITLE ? "title" : "way",
                    label.at().x(),
                    label.at().y());
        }
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.flush();
    }

    /** The head of an arrow, once for all. */
    private void head() throws XMLStreamException {
        start("defs");
        start("marker");
        xml.writeAttribute("id", "head");
        xml.writeAttribute("viewBox", "0 0 10 10");
        attribute("refX", 9);
        attribute("refY", 5);
        attribute("markerWidth", 7);
        attribute("markerHeight", 7);
        xml.writeAttribute("orient", "auto");
        xml.writeEmptyElement(NAMESPACE, "path");
        xml.writeAttribute("d", "M0 0 10 5 0 10z");
        xml.writeAttribute("fill", "#52606d");
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void path(Path path, boolean arrow) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeEmptyElement(NAMESPACE, "polyline");
        xml.writeAttribute("class", "line");
        xml.writeAttribute(
                "points",
                path.points().stream().map(point -> point.x() + "," + point.y()).collect(Collectors.joining(" ")));
        if (arrow) {
            xml.writeAttribute("marker-end", "url(#head)");
        }
    }

    private void box(Box box) throws XMLStreamException {
        start("g");
        xml.writeAttribute("class", box.kind().name().toLowerCase(Locale.ROOT));
        xml.writeEmptyElement(NAMESPACE, "rect");
        attribute("x", box.left());
        attribute("y", box.top());
        attribute("width", box.width());
        attribute("height", box.height());
        boolean round = box.kind() == Caption.Kind.START || box.kind() == Caption.Kind.END;
        attribute("rx", round ? VERY_ROUND : ROUND);
        int y = box.top() + Layout.PADDING + Layout.LINE_HEIGHT / 2;
        for (Line line : box.text()) {
            line(line.text(), line.bold() ? "headline" : "detail", box.left() + box.width() / 2, y);
            y += Layout.LINE_HEIGHT;
        }
        xml.writeEndElement();
    }

    /** A line of text around a point; where it is Persian or Arabic, it runs that way. */
    private void line(String line, String style, int x, int y) throws XMLStreamException {
        start("text");
        xml.writeAttribute("class", style);
        attribute("x", x);
        attribute("y", y);
        if (Script.isRightToLeft(line)) {
            xml.writeAttribute("direction", "rtl");
            xml.writeAttribute("unicode-bidi", "embed");
        }
        xml.writeCharacters(XmlText.printable(line));
        xml.writeEndElement();
    }

    private void element(String name, String content) throws XMLStreamException {
        start(name);
        xml.writeCharacters(XmlText.printable(content));
        xml.writeEndElement();
    }

    private void start(String name) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(NAMESPACE, name);
    }

    private void attribute(String name, int value) throws XMLStreamException {
        xml.writeAttribute(name, Integer.toString(value));
    }
}
