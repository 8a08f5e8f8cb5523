package dev.belay.repl.line;

/**
 * What stands in grey behind the cursor.
 *
 * @param rest what Right or End would put into the line
 * @param remark what is only told
 */
record Ghost(String rest, String remark) {

    static final Ghost NONE = new Ghost("", "");

    boolean isNone() {
        return rest.isEmpty() && remark.isEmpty();
    }

    /** What is drawn of it, on one line. */
    String shown(Pastes pastes) {
        int end = rest.indexOf('\n');
        return end < 0 ? pastes.display(rest + remark) : pastes.display(rest.substring(0, end)) + " …";
    }

    /** The next word of it. */
    String word() {
        int end = 0;
        while (end < rest.length() && !Character.isLetterOrDigit(rest.charAt(end))) {
            end++;
        }
        while (end < rest.length() && Character.isLetterOrDigit(rest.charAt(end))) {
            end++;
        }
        return rest.substring(0, end);
    }
}
