package dev.belay.config;

/**
 * A setting that the file may hold.
 *
 * @param name as it is written there
 * @param kind what its value must be
 */
public record Key<T>(String name, Kind<T> kind) {}
