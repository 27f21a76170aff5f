package dev.safar.benchmarks.http;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * A connection that is kept, with as little of HTTP as it takes: what sends the load is on the same processors as what is measured,
 * and a client of its own weight would be measured instead.
 */
final class Connection implements Closeable {

    private static final String LENGTH = "content-length:";
    private static final int STATUS_FROM = "HTTP/1.1 ".length();
    private static final int STATUS_TO = STATUS_FROM + 3;

    private final Socket socket;
    private final InputStream answers;

    private Connection(Socket socket, InputStream answers) {
        this.socket = socket;
        this.answers = answers;
    }

    static Connection open(URI service) throws IOException {
        Socket socket = new Socket(service.getHost(), service.getPort());
        socket.setTcpNoDelay(true);
        return new Connection(socket, new BufferedInputStream(socket.getInputStream()));
    }

    /** Sends a request, and returns the status once all of its answer, whose length must be given, has been read. */
    int exchange(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        String first = line();
        int length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                length = Integer.parseInt(header.substring(LENGTH.length()).strip());
            }
        }
        answers.skipNBytes(length);
        return Integer.parseInt(first.substring(STATUS_FROM, STATUS_TO));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = answers.read(); next != '\n'; next = answers.read()) {
            if (next < 0) {
                throw new IOException("the connection has been closed");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    /** A POST of JSON with this authorization. */
    static byte[] post(URI address, String authorization, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        byte[] head =
                """
                POST %s HTTP/1.1
                Host: %s
                Authorization: %s
                Content-Type: application/json
                Content-Length: %d

                """
                        .formatted(address.getPath(), address.getAuthority(), authorization, body.length)
                        .replace("\n", "\r\n")
                        .getBytes(StandardCharsets.UTF_8);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }
}
