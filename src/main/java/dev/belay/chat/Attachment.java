package dev.belay.chat;

/**
 * A file that goes along with a message.
 *
 * @param name as it is told to the model, without folders and without anything that could steer a screen
 * @param mediaType such as {@code image/png}; what the content is, not what the name says
 * @param content the bytes; never changed
 */
public record Attachment(String name, String mediaType, byte[] content) {
    public Attachment {
        name = cleaned(name);
    }

    /** What a model has to be able to take. */
    public enum Kind {
        /** Any model takes it, as part of the message. */
        TEXT,
        /** A picture: PNG, JPEG, GIF or WebP. */
        IMAGE,
        /** A PDF document. */
        PDF
    }

    public Kind kind() {
        if (mediaType.startsWith("image/")) {
            return Kind.IMAGE;
        }
        return mediaType.equals("application/pdf") ? Kind.PDF : Kind.TEXT;
    }

    /** Controls, line separators and bidirectional overrides, of which a file's name may have any, are underscores. */
    private static String cleaned(String name) {
        StringBuilder clean = new StringBuilder(name);
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            if (Character.isISOControl(c) || c >= '\u2028' && c <= '\u202E' || c >= '\u2066' && c <= '\u2069') {
                clean.setCharAt(i, '_');
            }
        }
        return clean.toString();
    }

    /** The name and the size: the content is not for logs. */
    @Override
    public String toString() {
        return name + " (" + mediaType + ", " + content.length + " bytes)";
    }
}
