package dev.belay.view.code;

import java.util.regex.Pattern;

/** A span that has begun and not yet ended, and the expression for its end, which is the first group. */
record Open(Span span, Pattern end) {}
