package dev.belay.screen;

/** Neighbouring characters that look the same. */
public record Run(String text, Look look) {
    /** As golden screens have it: {@code ‹b red›text‹/›}; a guillemet of the text's own is doubled. */
    String styled() {
        String words = look.words();
        String literal = text.replace("‹", "‹‹");
        return words.isEmpty() ? literal : "‹" + words + "›" + literal + "‹/›";
    }
}
