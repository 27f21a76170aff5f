package dev.safar.core.template;

import dev.safar.core.definition.Flaw;
import dev.safar.core.definition.Location;
import java.util.List;

/**
 * What one template file asks for, and what is wrong with it.
 *
 * @param uses every use of a variable, in the order of the file
 */
public record TemplateReading(List<Use> uses, List<Flaw> flaws) {

    public TemplateReading {
        uses = List.copyOf(uses);
        flaws = List.copyOf(flaws);
    }

    /**
     * One use of a variable.
     *
     * @param path dotted, such as {@code run.start.products}; what a loop reads inside it is not part of it
     */
    public record Use(String path, Location where) {}
}
