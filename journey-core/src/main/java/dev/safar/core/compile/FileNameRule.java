package dev.safar.core.compile;

import dev.safar.core.definition.YamlNode;

/** A journey is called like its file. */
final class FileNameRule implements JourneyRule {

    @Override
    public void check(JourneyDraft journey, Problems problems) {
        YamlNode.Scalar name = journey.written().name();
        if (!name.text().equals(journey.name())) {
            String message = "the journey '" + name.text() + "' is in a file called '" + journey.file()
                    + "'; give both the same name";
            problems.error(name.where(), RuleNames.FILE_NAME, message);
        }
    }
}
