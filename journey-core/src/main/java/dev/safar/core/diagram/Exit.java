package dev.safar.core.diagram;

/**
 * A way out of a step.
 *
 * @param label when it is taken; empty where it is the only one
 */
record Exit(String label, int target) {}
