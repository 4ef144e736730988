package io.tideline.gateway.subgraph;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;

/** A message of graphql-transport-ws: its type, and its payload as the sender wrote it, so that no digit is lost. */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record StreamMessage(String type, byte[] payload) {
    private static final JsonFactory JSON = new JsonFactory();
    private static final byte[] NONE = {};

    static StreamMessage read(byte[] text) throws IOException {
        String type = "";
        byte[] payload = NONE;
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not an object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                int from = (int) parser.currentTokenLocation().getByteOffset();
                if (name.equals("type")) {
                    type = parser.getText();
                }
                parser.skipChildren();
                parser.finishToken();
                if (name.equals("payload")) {
                    payload = Arrays.copyOfRange(
                            text, from, (int) parser.currentLocation().getByteOffset());
                }
            }
        }
        return new StreamMessage(type, payload);
    }
}
