package dev.belay.export.html;

import org.commonmark.node.CustomBlock;

/** What may be wider than the page, and then moves within a frame of its own. */
final class Wide extends CustomBlock {}
