package dev.belay.config;

/** Model names with {@code *} for anything. */
final class NamePattern {

    private NamePattern() {}

    /**
     * Whether a model is meant.
     *
     * @param pattern of {@code PROVIDER/MODEL}; one without a slash is of the model alone
     */
    static boolean matches(String pattern, String model) {
        int slash = model.indexOf('/');
        return fits(pattern, 0, model, 0)
                || pattern.indexOf('/') < 0 && slash >= 0 && fits(pattern, 0, model, slash + 1);
    }

    static boolean isExact(String pattern) {
        return pattern.indexOf('*') < 0;
    }

    private static boolean fits(String pattern, int at, String name, int from) {
        int star = pattern.indexOf('*', at);
        if (star < 0) {
            return name.substring(from).equals(pattern.substring(at));
        }
        String before = pattern.substring(at, star);
        if (!name.startsWith(before, from)) {
            return false;
        }
        for (int next = from + before.length(); next <= name.length(); next++) {
            if (fits(pattern, star + 1, name, next)) {
                return true;
            }
        }
        return false;
    }
}
