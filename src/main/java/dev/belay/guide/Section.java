package dev.belay.guide;

/** One section of the manual: the page it is on, its heading, and its Markdown without the heading. */
record Section(String topic, String title, String heading, String body) {}
