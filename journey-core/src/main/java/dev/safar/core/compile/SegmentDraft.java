package dev.safar.core.compile;

import dev.safar.core.definition.WrittenSegment;
import dev.safar.core.expression.Checked;
import dev.safar.core.model.Condition;

/**
 * A segment on its way from text to program.
 *
 * @param name what it is called by its file
 */
record SegmentDraft(String name, String file, WrittenSegment written, Checked<Condition> condition) {}
