/** Settings and where they come from: the environment, the config file, the folders. */
package dev.belay.config;
