package dev.safar.core.definition;

/** A value with a name, as under {@code with}: {@code name: CEL}. */
public record WrittenValue(String name, Location where, YamlNode.Scalar expression) {}
