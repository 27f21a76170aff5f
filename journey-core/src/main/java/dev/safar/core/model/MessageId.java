package dev.safar.core.model;

import java.util.Objects;

/** One message, derived from what caused it: a retry, a restart or a replay gives the same id. */
public record MessageId(String value) {

    public MessageId {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
