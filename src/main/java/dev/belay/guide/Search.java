package dev.belay.guide;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the section that fits a question best: BM25 in which words of a heading count more. */
final class Search {
    private static final double BODY = 1;
    private static final double HEADING = 5;
    private static final double TITLE = 1.5;
    /** How much a synonym counts beside the word itself. */
    private static final double SYNONYM = 0.6;
    /** How much more a section scores when the question says all of its heading. */
    private static final double NAMED = 0.6;

    private static final double SATURATION = 1.2;
    private static final double LENGTH = 0.4;
    /** Below this share of the question, weighed by how rare its words are, a hit is by chance. */
    private static final double ENOUGH = 0.45;

    private record Indexed(Section section, Map<String, Double> weights, double length, Set<String> heading) {}

    private record Hit(double score, double share) {}

    private final Synonyms synonyms = new Synonyms();
    private final List<Indexed> sections = new ArrayList<>();
    private final Map<String, Integer> holders = new HashMap<>();
    private double meanLength;

    Search(List<Section> all) {
        for (Section section : all) {
            Indexed indexed = index(section);
            sections.add(indexed);
            meanLength += indexed.length / all.size();
            for (String stem : indexed.weights.keySet()) {
                holders.merge(stem, 1, Integer::sum);
            }
        }
    }

    /** The best section; empty when the manual says nothing on the question. */
    Optional<Section> best(String question) {
        Set<String> stems = new LinkedHashSet<>(Words.stems(question));
        Section best = page(stems);
        if (best != null) {
            return Optional.of(best);
        }
        double highest = 0;
        for (Indexed indexed : sections) {
            Hit hit = match(stems, indexed);
            if (hit.share >= ENOUGH && hit.score > highest) {
                highest = hit.score;
                best = indexed.section;
            }
        }
        return Optional.ofNullable(best);
    }

    /** A question of one word that names a page gets the page's beginning. */
    private @Nullable Section page(Set<String> stems) {
        for (Indexed indexed : sections) {
            if (stems.size() == 1 && stems.contains(Words.stem(indexed.section.topic()))) {
                return indexed.section;
            }
        }
        return null;
    }

    private Hit match(Set<String> stems, Indexed indexed) {
        double score = 0;
        double matched = 0;
        double asked = 0;
        for (String stem : stems) {
            double found = score(stem, indexed);
            double rarity = rarity(stem);
            asked += rarity;
            matched += found > 0 ? rarity : 0;
            score += found;
        }
        return new Hit(score * (1 + NAMED * named(stems, indexed.heading)), asked == 0 ? 0 : matched / asked);
    }

    /** The share of the heading that the question says; what it says in other words counts less. */
    private double named(Set<String> stems, Set<String> heading) {
        double said = 0;
        for (String stem : heading) {
            if (stems.contains(stem)) {
                said += 1;
            } else if (!Collections.disjoint(synonyms.of(stem), stems)) {
                said += SYNONYM;
            }
        }
        return heading.isEmpty() ? 0 : said / heading.size();
    }

    private double score(String stem, Indexed indexed) {
        double score = exactScore(stem, indexed);
        for (String other : synonyms.of(stem)) {
            score = Math.max(score, SYNONYM * exactScore(other, indexed));
        }
        return score;
    }

    private double exactScore(String stem, Indexed indexed) {
        double weight = indexed.weights.getOrDefault(stem, 0.0);
        double norm = SATURATION * (1 - LENGTH + LENGTH * indexed.length / meanLength);
        return rarity(stem) * weight * (SATURATION + 1) / (weight + norm);
    }

    /** A word that the manual knows only by a synonym is as rare as that. */
    private double rarity(String stem) {
        int count = holders.getOrDefault(stem, 0);
        for (String other : synonyms.of(stem)) {
            count = count > 0 ? count : holders.getOrDefault(other, 0);
        }
        return Math.log(1 + (sections.size() - count + 0.5) / (count + 0.5));
    }

    private static Indexed index(Section section) {
        Map<String, Double> weights = new HashMap<>();
        double length = addAll(section.body(), BODY, weights);
        addOnce(section.heading(), HEADING, weights);
        addOnce(section.title() + " " + section.topic(), TITLE, weights);
        return new Indexed(section, weights, length, new HashSet<>(Words.stems(section.heading())));
    }

    private static int addAll(String text, double weight, Map<String, Double> weights) {
        List<String> stems = Words.stems(text);
        for (String stem : stems) {
            weights.merge(stem, weight, Double::sum);
        }
        return stems.size();
    }

    private static void addOnce(String text, double weight, Map<String, Double> weights) {
        for (String stem : new HashSet<>(Words.stems(text))) {
            weights.merge(stem, weight, Double::sum);
        }
    }
}
