package dev.belay.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.belay.chat.Attachment;
import dev.belay.session.Chronicle;
import dev.belay.session.Told;
import dev.belay.session.UsageField;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;

/** A conversation as a JSON object with the list of its turns; what is not known is left out. */
final class JsonExport {

    /** Of this form; a higher one will mean something else by the same names. */
    private static final int VERSION = 1;

    private final Manuscript manuscript;

    JsonExport(Manuscript manuscript) {
        this.manuscript = manuscript;
    }

    String text(Runnable pulse) throws IOException {
        Chronicle chronicle = manuscript.chronicle();
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            json.writeNumberField("v", VERSION);
            field(json, "session", chronicle.id());
            field(json, "title", chronicle.title());
            field(json, "created", chronicle.created());
            field(json, "system", chronicle.system());
            json.writeArrayFieldStart("turns");
            for (int i = 0; i < chronicle.entries().size(); i++) {
                pulse.run();
                turn(json, i + 1, chronicle.entries().get(i));
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private void turn(JsonGenerator json, int number, Chronicle.Entry entry) throws IOException {
        json.writeStartObject();
        json.writeNumberField("turn", number);
        said(json, entry);
        if (!entry.alternatives().isEmpty()) {
            json.writeArrayFieldStart("alternatives");
            for (Chronicle.Entry former : entry.alternatives()) {
                json.writeStartObject();
                said(json, former);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void said(JsonGenerator json, Chronicle.Entry entry) throws IOException {
        Told told = entry.told();
        field(json, "asked", told.asked());
        json.writeStringField("user", entry.round().user());
        files(json, entry);
        field(json, "model", told.model());
        json.writeStringField("text", entry.round().answer());
        if (Ending.parts(entry.round()) > 1) {
            json.writeNumberField("parts", Ending.parts(entry.round()));
        }
        field(json, "reasoning", manuscript.reasoning(entry.round()));
        field(json, "ended", told.ended());
        json.writeStringField("outcome", entry.round().end().name().toLowerCase(Locale.ROOT));
        field(json, "reason", told.reason());
        UsageField.write(json, told.usage());
    }

    private static void files(JsonGenerator json, Chronicle.Entry entry) throws IOException {
        if (entry.round().attachments().isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("files");
        for (Attachment file : entry.round().attachments()) {
            json.writeStartObject();
            json.writeStringField("name", file.name());
            json.writeStringField("media_type", file.mediaType());
            json.writeNumberField("bytes", file.content().length);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void field(JsonGenerator json, String name, String value) throws IOException {
        if (!value.isEmpty()) {
            json.writeStringField(name, value);
        }
    }
}
