package dev.safar.core.diagram;

import dev.safar.core.model.Journey;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

import static org.assertj.core.api.Assertions.assertThat;

class DiagramPropertyTest {

    private static final Pattern NODE = Pattern.compile("(?m)^  step(\\d+)[\\[({]");
    private static final Pattern MERMAID_LINE = Pattern.compile(
            "flowchart TD|  accTitle: [^;#]*|  classDef .*|  [a-z]+\\d* -->(\\|\"[^\"|]+\"\\|)? [a-z]+\\d*"
                    + "|  [a-z]+\\d*[\\[({]+\"[^\"`]*\"[\\])}]+:::[a-z]+");

    @Property(tries = 500)
    void everyStepThatCanBeReachedIsDrawnOnce(@ForAll long seed) {
        Journey journey = DrawnJourneys.of(seed);

        List<Integer> drawn = Layout.of(journey).boxes().stream()
                .map(Drawing.Box::index)
                .filter(index -> index >= 0 && index < journey.steps().size())
                .sorted()
                .toList();

        assertThat(drawn).containsExactlyElementsOf(reachable(journey));
    }

    @Property(tries = 500)
    void noBoxTouchesAnotherAndAllAreInThePicture(@ForAll long seed) {
        Drawing drawing = Layout.of(DrawnJourneys.of(seed));

        List<Drawing.Box> boxes = drawing.boxes();
        for (int i = 0; i < boxes.size(); i++) {
            assertThat(boxes.get(i).left()).isNotNegative();
            assertThat(boxes.get(i).right()).isLessThanOrEqualTo(drawing.width());
            assertThat(boxes.get(i).bottom()).isLessThanOrEqualTo(drawing.height());
            for (int j = 0; j < i; j++) {
                assertThat(touch(boxes.get(i), boxes.get(j)))
                        .as("%s and %s touch", boxes.get(i), boxes.get(j))
                        .isFalse();
            }
        }
    }

    @Property(tries = 200)
    void noLineRunsThroughABox(@ForAll long seed) {
        Drawing drawing = Layout.of(DrawnJourneys.of(seed));

        for (Drawing.Path line : drawing.lines()) {
            for (int i = 1; i < line.points().size(); i++) {
                Drawing.Point from = line.points().get(i - 1);
                Drawing.Point to = line.points().get(i);
                assertThat(drawing.boxes())
                        .noneMatch(box -> Math.max(from.x(), to.x()) > box.left()
                                && Math.min(from.x(), to.x()) < box.right()
                                && Math.max(from.y(), to.y()) > box.top()
                                && Math.min(from.y(), to.y()) < box.bottom());
            }
        }
    }

    @Property(tries = 200)
    void everyLineOfTextFitsItsBox(@ForAll long seed) {
        for (Drawing.Box box : Layout.of(DrawnJourneys.of(seed)).boxes()) {
            assertThat(box.text()).allMatch(line -> Lines.width(line.text(), Layout.FONT) <= box.width());
            assertThat(box.text().size() * Layout.LINE_HEIGHT).isLessThan(box.height());
        }
    }

    @Property(tries = 200)
    void theImageIsXml(@ForAll long seed) throws Exception {
        Document document = parse(Diagrams.svg(DrawnJourneys.of(seed)));

        assertThat(document.getDocumentElement().getNodeName()).isEqualTo("svg");
    }

    @Property(tries = 200)
    void theFlowchartHasEveryStepAndNothingThatMermaidCannotRead(@ForAll long seed) {
        Journey journey = DrawnJourneys.of(seed);

        String mermaid = Diagrams.mermaid(journey);

        assertThat(mermaid.lines()).allMatch(line -> MERMAID_LINE.matcher(line).matches());
        Set<Integer> drawn = NODE.matcher(mermaid)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .filter(index -> index < journey.steps().size())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(drawn).isEqualTo(reachable(journey));
    }

    @Property(tries = 100)
    void theSameJourneyGivesTheSameDrawing(@ForAll long seed) {
        assertThat(Diagrams.svg(DrawnJourneys.of(seed))).isEqualTo(Diagrams.svg(DrawnJourneys.of(seed)));
    }

    private static Set<Integer> reachable(Journey journey) {
        Set<Integer> reached = new TreeSet<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(0));
        while (!open.isEmpty()) {
            int at = open.pop();
            if (at < journey.steps().size() && reached.add(at)) {
                Exits.of(journey.steps().get(at)).forEach(exit -> open.push(exit.target()));
            }
        }
        return reached;
    }

    private static boolean touch(Drawing.Box one, Drawing.Box other) {
        return one.left() <= other.right()
                && other.left() <= one.right()
                && one.top() <= other.bottom()
                && other.top() <= one.bottom();
    }

    private static Document parse(String xml) throws ParserConfigurationException, IOException, SAXException {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }
}
