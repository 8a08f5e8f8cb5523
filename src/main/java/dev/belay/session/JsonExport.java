package dev.belay.session;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.belay.chat.Attachment;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;

/** A conversation as a JSON object with the list of its turns; what is not known is left out. */
final class JsonExport {

    private final Chronicle chronicle;

    JsonExport(Chronicle chronicle) {
        this.chronicle = chronicle;
    }

    String text(Runnable pulse) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            field(json, "session", chronicle.id());
            field(json, "title", chronicle.title());
            field(json, "created", chronicle.created());
            field(json, "system", chronicle.system());
            json.writeArrayFieldStart("turns");
            for (Chronicle.Entry entry : chronicle.entries()) {
                pulse.run();
                turn(json, entry);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static void turn(JsonGenerator json, Chronicle.Entry entry) throws IOException {
        json.writeStartObject();
        fields(json, entry);
        if (!entry.alternatives().isEmpty()) {
            json.writeArrayFieldStart("alternatives");
            for (Chronicle.Entry former : entry.alternatives()) {
                json.writeStartObject();
                fields(json, former);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void fields(JsonGenerator json, Chronicle.Entry entry) throws IOException {
        Told told = entry.told();
        json.writeNumberField("turn", entry.round().turn());
        field(json, "asked", told.asked());
        json.writeStringField("user", entry.round().user());
        files(json, entry);
        field(json, "model", told.model());
        json.writeStringField("answer", entry.round().answer());
        field(json, "ended", told.ended());
        json.writeStringField("outcome", entry.round().end().name().toLowerCase(Locale.ROOT));
        field(json, "reason", told.reason());
        Journal.usage(json, told.usage());
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
