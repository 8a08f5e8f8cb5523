package dev.belay.config;

import dev.belay.chat.Attachment;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What the table knows of a model; what is absent is not known.
 *
 * @param provider the service that offers it
 * @param id the service's name of it
 * @param context how many tokens a request and its answer may have
 * @param output how many of them the answer may have
 * @param takes what may be sent to it
 * @param price what its tokens cost
 * @param takesTemperature whether it accepts that parameter
 * @param efforts the words by which it can be told how much to think; empty for none
 * @param takesPrefill whether it goes on with a last message of its own
 */
public record ModelFacts(
        String provider,
        String id,
        OptionalLong context,
        OptionalLong output,
        Set<Attachment.Kind> takes,
        Optional<Price> price,
        Optional<Boolean> takesTemperature,
        List<String> efforts,
        boolean takesPrefill) {}
