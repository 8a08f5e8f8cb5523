package dev.belay.repl;

import dev.belay.chat.Limits;
import dev.belay.config.Tuning;

/** How questions are asked: within which limits, and how the model is to answer. */
public record Manner(Limits limits, Tuning tuning) {}
