package dev.safar.core.model;

import java.util.Map;
import java.util.Set;

/**
 * A template in all its channels and locales.
 *
 * @param version the first 12 hexadecimal digits of the SHA-256 over its files
 * @param files file name ({@code email.fa.liquid}) to text, front matter included
 * @param variables the dotted paths its files use ({@code customer.first_name}, {@code offer.code}), per channel
 */
public record Template(TemplateId id, String version, Map<String, String> files, Map<Channel, Set<String>> variables) {

    public Template {
        files = Map.copyOf(files);
        variables = Map.copyOf(variables);
    }
}
