package dev.safar.core.model;

import java.util.Objects;

/** A template's name: its folder under {@code templates/}. */
public record TemplateId(String value) {

    public TemplateId {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
