package dev.safar.contracts;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import java.io.IOException;
import java.io.Serial;
import java.time.Instant;
import java.util.Optional;

/** Instants in JSON as {@link WireTime} reads and writes them; what has another form is left to Jackson's own reader. */
final class WireTimeModule extends SimpleModule {

    @Serial
    private static final long serialVersionUID = 1;

    WireTimeModule() {
        addSerializer(Instant.class, new Writer());
        addDeserializer(Instant.class, new Reader());
    }

    private static final class Writer extends StdSerializer<Instant> {

        @Serial
        private static final long serialVersionUID = 1;

        Writer() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(WireTime.write(value));
        }
    }

    private static final class Reader extends StdDeserializer<Instant> {

        @Serial
        private static final long serialVersionUID = 1;

        Reader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
            Optional<Instant> usual =
                    json.hasToken(JsonToken.VALUE_STRING) ? WireTime.read(json.getText()) : Optional.empty();
            return usual.isPresent() ? usual.get() : InstantDeserializer.INSTANT.deserialize(json, context);
        }
    }
}
