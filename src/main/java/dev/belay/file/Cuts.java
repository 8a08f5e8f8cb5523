package dev.belay.file;

/** Where UTF-8 text may be cut: between lines if that keeps half of it, else between characters. */
final class Cuts {

    private static final int LONGEST = 4;

    private Cuts() {}

    /** How much of this to keep, when what follows is cut off. */
    static int end(byte[] text) {
        int end = text.length;
        while (end > 0 && text[end - 1] != '\n') {
            end--;
        }
        return end > 0 && end >= text.length / 2 ? end : wholeCharacters(text);
    }

    private static int wholeCharacters(byte[] text) {
        int last = text.length - 1;
        while (last > 0 && text.length - last < LONGEST && isInside(text[last])) {
            last--;
        }
        return last >= 0 && last + length(text[last]) > text.length ? last : text.length;
    }

    /** Where to begin with this, when what is before is cut off. */
    static int begin(byte[] text) {
        int begin = 0;
        while (begin < text.length && text[begin] != '\n') {
            begin++;
        }
        return begin < text.length / 2 ? begin + 1 : firstCharacter(text);
    }

    private static int firstCharacter(byte[] text) {
        int first = 0;
        while (first < text.length && first < LONGEST - 1 && isInside(text[first])) {
            first++;
        }
        return first;
    }

    private static boolean isInside(byte b) {
        return (b & 0xC0) == 0x80;
    }

    /** Of the character that begins with this byte. */
    private static int length(byte first) {
        int value = first & 0xFF;
        if (value < 0xC0) {
            return 1;
        }
        return value < 0xE0 ? 2 : value < 0xF0 ? 3 : LONGEST;
    }
}
