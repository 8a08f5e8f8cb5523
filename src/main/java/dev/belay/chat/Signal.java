package dev.belay.chat;

/** What a generation says: any number of events, then exactly one outcome. */
public sealed interface Signal permits Event, Outcome {}
