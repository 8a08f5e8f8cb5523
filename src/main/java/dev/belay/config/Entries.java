package dev.belay.config;

import java.util.LinkedHashMap;

/** A table of the file, as it was read: texts, numbers, truths, lists and further tables by name, in the file's order. */
final class Entries extends LinkedHashMap<String, Object> {
    private static final long serialVersionUID = 1L;
}
