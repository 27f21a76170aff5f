package dev.safar.benchmarks.report;

/**
 * What was found out in one part of a run.
 *
 * @param text for people
 * @param figures the same as records, for JSON
 */
public record Section(String name, String text, Object figures) {}
