package dev.safar.standalone.cli;

import dev.safar.core.compile.Problem;
import dev.safar.core.diagram.XmlText;
import dev.safar.core.scenario.ScenarioResult;
import dev.safar.standalone.app.StartFailure;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Results of scenarios in the XML that build servers read: a suite per file, a case per scenario. */
final class JUnitReport {

    private final TestRun run;

    JUnitReport(TestRun run) {
        this.run = run;
    }

    /**
     * Writes it, with the folders above it.
     *
     * @throws StartFailure if it can't be written there
     */
    void writeTo(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (Writer writer = Files.newBufferedWriter(file)) {
                XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(writer);
                document(xml);
                xml.close();
            }
        } catch (IOException | XMLStreamException e) {
            throw new StartFailure("can't write " + file + ": " + e.getMessage(), e);
        }
    }

    private void document(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuites");
        Map<String, List<Problem>> unread = unread();
        int cases = run.scenarios().size() + unread.size();
        counts(xml, "safar", new Counts(cases, run.failed(), unread.size(), run.took()));
        for (Map.Entry<String, List<Problem>> file : unread.entrySet()) {
            error(xml, file.getKey(), file.getValue());
        }
        for (Map.Entry<String, List<TestRun.Played>> file : byFile().entrySet()) {
            suite(xml, file.getKey(), file.getValue());
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private Map<String, List<Problem>> unread() {
        return run.problems().stream()
                .filter(Problem::isError)
                .collect(Collectors.groupingBy(problem -> problem.where().file(), TreeMap::new, Collectors.toList()));
    }

    private Map<String, List<TestRun.Played>> byFile() {
        return run.scenarios().stream()
                .collect(Collectors.groupingBy(
                        played -> played.result().where().file(), TreeMap::new, Collectors.toList()));
    }

    /** A file that could not be played, as one case that went wrong. */
    private static void error(XMLStreamWriter xml, String file, List<Problem> problems) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        counts(xml, file, new Counts(1, 0, 1, Duration.ZERO));
        testCase(xml, "is free of errors", file, problems.get(0).where().line(), Duration.ZERO);
        xml.writeStartElement("error");
        attribute(xml, "message", problems.size() == 1 ? "an error" : problems.size() + " errors");
        attribute(xml, "type", problems.get(0).rule());
        text(xml, problems.stream().map(Problem::toString).toList());
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void suite(XMLStreamWriter xml, String file, List<TestRun.Played> scenarios)
            throws XMLStreamException {
        long failed =
                scenarios.stream().filter(played -> !played.result().passed()).count();
        Duration took = scenarios.stream().map(TestRun.Played::took).reduce(Duration.ZERO, Duration::plus);
        xml.writeStartElement("testsuite");
        counts(xml, file, new Counts(scenarios.size(), failed, 0, took));
        for (TestRun.Played played : scenarios) {
            ScenarioResult result = played.result();
            testCase(xml, result.name(), file, result.where().line(), played.took());
            if (!result.passed()) {
                xml.writeStartElement("failure");
                attribute(xml, "message", "not what was expected, at " + result.where());
                attribute(xml, "type", "difference");
                text(xml, result.difference());
                xml.writeEndElement();
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private record Counts(long tests, long failures, long errors, Duration took) {}

    private static void counts(XMLStreamWriter xml, String name, Counts counts) throws XMLStreamException {
        attribute(xml, "name", name);
        attribute(xml, "tests", Long.toString(counts.tests()));
        attribute(xml, "failures", Long.toString(counts.failures()));
        attribute(xml, "errors", Long.toString(counts.errors()));
        attribute(xml, "skipped", "0");
        attribute(xml, "time", seconds(counts.took()));
    }

    private static void testCase(XMLStreamWriter xml, String name, String file, int line, Duration took)
            throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute(xml, "name", name);
        attribute(xml, "classname", file.replaceFirst("\\.ya?ml$", "").replace('/', '.'));
        attribute(xml, "file", file);
        attribute(xml, "line", Integer.toString(line));
        attribute(xml, "time", seconds(took));
    }

    private static String seconds(Duration length) {
        return String.format(Locale.ROOT, "%.3f", TestRun.seconds(length));
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, XmlText.printable(value));
    }

    private static void text(XMLStreamWriter xml, List<String> lines) throws XMLStreamException {
        xml.writeCharacters(XmlText.printable("\n" + String.join("\n", lines) + "\n"));
    }
}
