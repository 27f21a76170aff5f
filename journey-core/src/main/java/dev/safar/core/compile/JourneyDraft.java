package dev.safar.core.compile;

import dev.safar.core.definition.WrittenJourney;
import dev.safar.core.model.JourneyRef;
import dev.safar.core.model.Settings;
import java.util.Set;

/**
 * A journey on its way from text to program, with all that its rules look at.
 *
 * @param ref its name and version
 * @param whole whether everything in the file could be read; where not, what seems to be missing may just be misspelt
 * @param givenIds every id that the file gives, to steps that could not be read too
 */
record JourneyDraft(
        String file,
        JourneyRef ref,
        boolean whole,
        Set<String> givenIds,
        WrittenJourney written,
        StepIds ids,
        Expressions expressions,
        Surroundings around) {

    /**
     * What a journey shares with the others of its workspace.
     *
     * @param segments their names
     */
    record Surroundings(Settings settings, TemplateCatalogue templates, Set<String> segments) {}

    /** The file's name without its ending, which is the journey's name. */
    String name() {
        return ref.id().value();
    }
}
