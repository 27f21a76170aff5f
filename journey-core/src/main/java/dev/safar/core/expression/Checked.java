package dev.safar.core.expression;

import dev.safar.core.definition.Flaw;
import java.util.List;
import java.util.Optional;

/**
 * An expression that was looked at.
 *
 * @param value what can be evaluated; empty exactly where there are flaws
 * @param doubts what is probably not meant, though it can be evaluated
 */
public record Checked<T>(Optional<T> value, References references, List<Flaw> flaws, List<Flaw> doubts) {

    public Checked {
        flaws = List.copyOf(flaws);
        doubts = List.copyOf(doubts);
    }
}
