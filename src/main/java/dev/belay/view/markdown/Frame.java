package dev.belay.view.markdown;

/** What holds blocks: a quote or the item of a list. Lives on the turn's thread. */
sealed interface Frame {

    /** As source: what begins it. */
    String opening();

    /** As source: what stands before each further line in it. */
    String going();

    /** A quote. */
    record Quote() implements Frame {
        @Override
        public String opening() {
            return "> ";
        }

        @Override
        public String going() {
            return "> ";
        }
    }

    /** An item of a list. */
    final class Item implements Frame {
        private final String marker;
        private final int indent;
        private final int content;
        private final int number;
        private final String shown;
        private boolean begun;

        /**
         * @param marker as in the source
         * @param indent the blanks before it
         * @param content where its text begins
         * @param number in its list, from the list's first number on
         * @param shown what stands for the marker on the screen
         */
        Item(String marker, int indent, int content, int number, String shown) {
            this.marker = marker;
            this.indent = indent;
            this.content = content;
            this.number = number;
            this.shown = shown;
        }

        @Override
        public String opening() {
            String begin = " ".repeat(indent) + marker;
            return begin + " ".repeat(Math.max(1, content - begin.length()));
        }

        @Override
        public String going() {
            return " ".repeat(content);
        }

        int number() {
            return number;
        }

        /** On the first row, and only there. */
        String shown() {
            return shown;
        }

        boolean isBegun() {
            return begun;
        }

        void begin() {
            begun = true;
        }
    }
}
