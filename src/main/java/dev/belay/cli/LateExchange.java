package dev.belay.cli;

import dev.belay.chat.Exchange;
import dev.belay.chat.Prompt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A way to ask that is made with the first question, so that the prompt need not wait for it. Lives on one thread. */
final class LateExchange implements Exchange {

    private final Supplier<Exchange> source;
    private @Nullable Exchange exchange;

    LateExchange(Supplier<Exchange> source) {
        this.source = source;
    }

    @Override
    public Call open(Prompt prompt) {
        if (exchange == null) {
            exchange = source.get();
        }
        return exchange.open(prompt);
    }
}
