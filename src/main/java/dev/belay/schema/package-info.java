/** JSON schemas, and whether an answer follows one: the only user of the validator. Loaded with the option for one only. */
package dev.belay.schema;
