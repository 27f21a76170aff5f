package dev.safar.core.diagram;

import dev.safar.core.model.Journey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A journey as a Mermaid flowchart, which many wikis and code hosts draw by themselves. */
final class MermaidDiagram {

    /** Each shape's opening and closing. */
    private static final Map<Caption.Kind, String[]> SHAPES = Map.of(
            Caption.Kind.START, new String[] {"([", "])"},
            Caption.Kind.NOTE, new String[] {"[", "]"},
            Caption.Kind.WAIT, new String[] {"(", ")"},
            Caption.Kind.CHOICE, new String[] {"{{", "}}"},
            Caption.Kind.SEND, new String[] {"[", "]"},
            Caption.Kind.ACTION, new String[] {"[", "]"},
            Caption.Kind.END, new String[] {"([", "])"});

    private static final String STYLES =
            """
              classDef start fill:#d9f2e3,stroke:#2f855a
              classDef note fill:#ffffff,stroke:#9b2c2c,stroke-dasharray:5 4
              classDef wait fill:#fdf3d0,stroke:#b7791f
              classDef choice fill:#ece4fb,stroke:#6b46c1
              classDef send fill:#dbeafe,stroke:#2b6cb0
              classDef action fill:#ffffff,stroke:#4a5568
              classDef finish fill:#e4e7eb,stroke:#4a5568
            """;

    private final StringBuilder text = new StringBuilder("flowchart TD\n");

    /** Lines that wait for the node they lead to. */
    private List<Loose> loose = new ArrayList<>();

    private int again;

    private record Loose(String node, String label) {}

    private MermaidDiagram() {}

    static String of(Journey journey) {
        MermaidDiagram mermaid = new MermaidDiagram();
        mermaid.draw(journey);
        return mermaid.text.toString();
    }

    private void draw(Journey journey) {
        String name = journey.ref().id().value();
        text.append("  accTitle: ")
                .append(oneLine(journey.title().isBlank() ? name : journey.title()))
                .append('\n');
        node("begin", StartCaptions.start(journey));
        loose.add(new Loose("begin", ""));
        flow(FlowReader.read(journey));
        StartCaptions.stops(journey).ifPresent(stops -> node("stops", stops));
        StartCaptions.goal(journey).ifPresent(goal -> node("goal", goal));
        text.append(STYLES);
    }

    private void flow(Flow flow) {
        for (Flow.Part part : flow.parts()) {
            String node = part.index() < 0 ? "again" + again++ : "step" + part.index();
            node(node, part.caption());
            loose.forEach(line -> text.append("  ")
                    .append(line.node())
                    .append(" -->")
                    .append(line.label().isEmpty() ? "" : "|\"" + escape(line.label()) + "\"|")
                    .append(' ')
                    .append(node)
                    .append('\n'));
            loose = new ArrayList<>();
            if (part.ways().isEmpty() && !part.ends()) {
                loose.add(new Loose(node, ""));
            }
            List<Loose> ends = new ArrayList<>();
            for (Flow.Way way : part.ways()) {
                loose = new ArrayList<>(List.of(new Loose(node, way.label())));
                flow(way.flow());
                ends.addAll(loose);
            }
            loose = part.ways().isEmpty() ? loose : ends;
        }
    }

    private void node(String id, Caption caption) {
        String[] shape = SHAPES.get(caption.kind());
        String label = Stream.concat(Stream.of(caption.headline()), caption.details().stream())
                .map(MermaidDiagram::line)
                .collect(Collectors.joining("<br/>"));
        text.append("  ")
                .append(id)
                .append(shape[0])
                .append('"')
                .append(label)
                .append('"')
                .append(shape[1]);
        text.append(":::").append(style(caption.kind())).append('\n');
    }

    /** {@code end} is a word of Mermaid's own. */
    private static String style(Caption.Kind kind) {
        return kind == Caption.Kind.END ? "finish" : kind.name().toLowerCase(Locale.ROOT);
    }

    /** A line by itself: Mermaid lets all of a label run the way of the page. */
    private static String line(String line) {
        return Script.isRightToLeft(line) ? "\u2067" + escape(line) + "\u2069" : escape(line);
    }

    /** Letters, digits and what is harmless stay; all else becomes what Mermaid calls an entity code. */
    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        XmlText.printable(text).codePoints().forEach(character -> {
            boolean harmless =
                    character > 0x7E || Character.isLetterOrDigit(character) || " .,:+-=/?!_'•".indexOf(character) >= 0;
            if (harmless) {
                escaped.appendCodePoint(character);
            } else {
                escaped.append('#').append(character).append(';');
            }
        });
        return escaped.toString();
    }

    private static String oneLine(String text) {
        return XmlText.printable(text).replaceAll("[\\s;#]+", " ").strip();
    }
}
