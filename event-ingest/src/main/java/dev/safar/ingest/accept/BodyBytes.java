package dev.safar.ingest.accept;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** A body as its sender meant it: decompressed if need be, and never more than {@link Limits#BODY_BYTES}. */
final class BodyBytes {

    private BodyBytes() {}

    static byte[] plain(byte[] body, Optional<String> contentEncoding) throws IOException {
        String encoding = contentEncoding
                .map(header -> header.strip().toLowerCase(Locale.ROOT))
                .orElse("");
        return switch (encoding) {
            case "", "identity" -> bounded(body);
            case "gzip", "x-gzip" -> gunzip(body);
            default -> throw new UnknownEncodingException();
        };
    }

    private static byte[] bounded(byte[] body) throws BodyTooLargeException {
        if (body.length > Limits.BODY_BYTES) {
            throw new BodyTooLargeException();
        }
        return body;
    }

    /** Stops reading one byte beyond the limit, so that a small body can't become a large one. */
    private static byte[] gunzip(byte[] body) throws IOException {
        try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return bounded(plain.readNBytes(Limits.BODY_BYTES + 1));
        }
    }

    /** The body is larger than anyone may send. */
    static final class BodyTooLargeException extends IOException {}

    /** The body is encoded in a way that isn't known here. */
    static final class UnknownEncodingException extends IOException {}
}
