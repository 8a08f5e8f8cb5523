package dev.belay.view.code;

/** Part of a line that has one shade, in chars: {@code begin} is within, {@code end} is not. */
public record Part(int begin, int end, Shade shade) {}
