package dev.safar.core.diagram;

import dev.safar.core.model.Journey;

/** Draws journeys, for those who would rather see them than read them. The same journey gives the same drawing. */
public final class Diagrams {

    private Diagrams() {}

    /** An SVG image, which stands alone. */
    public static String svg(Journey journey) {
        return SvgDiagram.of(journey);
    }

    /** A Mermaid flowchart. */
    public static String mermaid(Journey journey) {
        return MermaidDiagram.of(journey);
    }
}
