/** What each service speaks: dialects as pure functions, services as rows of data. */
package dev.belay.provider;
