package dev.belay.export.html;

import dev.belay.chat.Attachment;
import dev.belay.chat.ByteSize;
import java.util.Base64;
import java.util.List;

/** The files that went along with a question: pictures are part of the page as long as it does not grow too large. */
final class Pictures {

    /** What every browser shows, and what is nothing but a picture. */
    private static final List<String> SHOWN = List.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private static final int LARGEST = 5_000_000;
    private static final int ALL = 25_000_000;

    private int room = ALL;

    void list(List<Attachment> files, Markup html) {
        if (files.isEmpty()) {
            return;
        }
        html.raw("<ul class=\"files\">\n");
        for (Attachment file : files) {
            html.raw("<li>");
            picture(file, html);
            html.raw("<span class=\"file\"><bdi>")
                    .text(file.name())
                    .raw("</bdi> · ")
                    .text(file.mediaType())
                    .raw(" · ");
            html.raw(ByteSize.words(file.content().length)).raw("</span></li>\n");
        }
        html.raw("</ul>\n");
    }

    private void picture(Attachment file, Markup html) {
        int length = file.content().length;
        if (!SHOWN.contains(file.mediaType()) || length > LARGEST || length > room) {
            return;
        }
        room -= length;
        html.raw("<img alt=\"").text(file.name()).raw("\" src=\"data:" + file.mediaType() + ";base64,");
        html.raw(Base64.getEncoder().encodeToString(file.content())).raw("\">");
    }
}
