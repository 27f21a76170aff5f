package dev.safar.core.definition;

/**
 * Something wrong at one place of a file.
 *
 * @param rule the name of the rule that is broken, in kebab-case
 * @param message what is wrong, and after a semicolon what to do
 */
public record Flaw(Location where, String rule, String message) {}
