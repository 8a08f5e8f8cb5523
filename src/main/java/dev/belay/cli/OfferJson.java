package dev.belay.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.belay.chat.Attachment.Kind;
import dev.belay.config.ModelFacts;
import dev.belay.config.ModelTable;
import dev.belay.config.Price;
import dev.belay.repl.Offer;
import java.util.List;
import java.util.Locale;

/** Models as JSON; what is not known is not there. */
final class OfferJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private OfferJson() {}

    static String array(List<Offer> offers) {
        ArrayNode array = JSON.arrayNode();
        String date = ModelTable.date();
        offers.forEach(offer -> array.add(object(offer, date)));
        return array.toPrettyString();
    }

    static String lines(List<Offer> offers) {
        StringBuilder lines = new StringBuilder();
        String date = ModelTable.date();
        offers.forEach(offer -> lines.append(object(offer, date)).append('\n'));
        return lines.toString();
    }

    private static ObjectNode object(Offer offer, String date) {
        ObjectNode object = JSON.objectNode();
        if (!offer.provider().isEmpty()) {
            object.put("provider", offer.provider());
        }
        object.put("model", offer.id());
        offer.facts().ifPresent(facts -> {
            add(facts, object);
            object.put("as_of", date);
        });
        return object;
    }

    private static void add(ModelFacts facts, ObjectNode object) {
        facts.context().ifPresent(tokens -> object.put("context", tokens));
        facts.output().ifPresent(tokens -> object.put("output", tokens));
        if (!facts.takes().isEmpty()) {
            ArrayNode input = object.putArray("input");
            for (Kind kind : facts.takes()) {
                input.add(kind.name().toLowerCase(Locale.ROOT));
            }
        }
        facts.price().ifPresent(price -> add(price, object.putObject("usd_per_million")));
        facts.takesTemperature().ifPresent(takes -> object.put("temperature", takes));
        if (!facts.efforts().isEmpty()) {
            ArrayNode efforts = object.putArray("reasoning");
            facts.efforts().forEach(efforts::add);
        }
    }

    private static void add(Price price, ObjectNode object) {
        object.put("input", price.input()).put("output", price.output());
        price.cached().ifPresent(cached -> object.put("cache_read", cached));
    }
}
