package dev.belay.cli;

import dev.belay.config.ModelFacts;
import dev.belay.config.ModelTable;
import dev.belay.config.Price;
import java.util.Optional;

/** What a service's model costs by the table. */
final class ListPrice {

    private ListPrice() {}

    /** A price that is given away is none: it says nothing about what is paid for in another way. */
    static Optional<Price> of(String service, String model) {
        return service.isEmpty()
                ? Optional.empty()
                : ModelTable.find(service, model).flatMap(ModelFacts::price).filter(price -> !price.isNothing());
    }
}
