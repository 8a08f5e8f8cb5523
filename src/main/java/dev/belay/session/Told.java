package dev.belay.session;

import dev.belay.chat.Usage;

/**
 * What is known of a turn beside what was said in it; what is not known is empty.
 *
 * @param asked when, as the journal writes it
 * @param ended when
 * @param model that answered, as {@code -m} takes it
 * @param reason why the answer ended: the provider's word, what stopped it, or what went wrong
 * @param usage as the provider told it
 */
public record Told(String asked, String ended, String model, String reason, Usage usage) {}
