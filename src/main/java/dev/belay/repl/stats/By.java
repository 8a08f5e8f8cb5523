package dev.belay.repl.stats;

import dev.belay.session.count.Asked;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;

/** What turns are grouped by. */
public enum By {
    MODEL {
        @Override
        String name(Asked turn, Tariff tariff, ZoneId zone) {
            String name = turn.model().isEmpty() ? NOT_KNOWN : turn.model();
            return turn.baseUrl().isEmpty() ? name : name + " (" + host(turn.baseUrl()) + ")";
        }
    },
    DAY {
        @Override
        String name(Asked turn, Tariff tariff, ZoneId zone) {
            return turn.at().isPresent() ? day(turn.at().get(), zone) : NOT_KNOWN;
        }
    },
    PROVIDER {
        @Override
        String name(Asked turn, Tariff tariff, ZoneId zone) {
            String server = turn.baseUrl().isEmpty() ? NOT_KNOWN : host(turn.baseUrl());
            return tariff.service().isEmpty() ? server : tariff.service();
        }
    };

    static final String NOT_KNOWN = "unknown";

    /** The group's name. */
    abstract String name(Asked turn, Tariff tariff, ZoneId zone);

    static String day(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate().toString();
    }

    /** With its port: on one machine there may be several servers. */
    private static String host(String url) {
        try {
            String authority = URI.create(url).getRawAuthority();
            return authority == null ? url : authority;
        } catch (IllegalArgumentException odd) {
            return url;
        }
    }
}
