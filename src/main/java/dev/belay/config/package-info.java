/** Settings and where they come from: the environment, the config file, the folders. */
@NullMarked
package dev.belay.config;

import org.jspecify.annotations.NullMarked;
