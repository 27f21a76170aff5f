package dev.safar.engine.state;

import dev.safar.core.model.JourneyRef;
import dev.safar.core.model.StepId;

/** A step of one version of a journey, at which runs can wait. */
public record Place(JourneyRef journey, StepId step) {}
