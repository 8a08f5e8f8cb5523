/** JSON schemas, and whether an answer follows one: the only user of the validator. Loaded with the option for one only. */
@NullMarked
package dev.belay.schema;

import org.jspecify.annotations.NullMarked;
