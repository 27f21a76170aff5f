package dev.safar.contracts;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.io.Serial;

/** Decisions in JSON as Jackson writes any record, and in less time: each event makes several. */
final class DecisionRecordModule extends SimpleModule {

    @Serial
    private static final long serialVersionUID = 1;

    DecisionRecordModule() {
        addSerializer(DecisionRecord.class, new Writer());
    }

    private static final class Writer extends StdSerializer<DecisionRecord> {

        @Serial
        private static final long serialVersionUID = 1;

        Writer() {
            super(DecisionRecord.class);
        }

        @Override
        public void serialize(DecisionRecord record, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeStartObject();
            if (record.at() != null) {
                json.writeStringField("at", WireTime.write(record.at()));
            }
            text("customer", record.customer(), json);
            text("journey", record.journey(), json);
            text("version", record.version(), json);
            text("run", record.run(), json);
            text("type", record.type(), json);
            text("step", record.step(), json);
            text("channel", record.channel(), json);
            text("template", record.template(), json);
            text("messageId", record.messageId(), json);
            text("reason", record.reason(), json);
            if (record.details() != null && !record.details().isEmpty()) {
                provider.defaultSerializeField("details", record.details(), json);
            }
            json.writeEndObject();
        }

        private static void text(String name, String value, JsonGenerator json) throws IOException {
            if (value != null && !value.isEmpty()) {
                json.writeStringField(name, value);
            }
        }
    }
}
