package coop.pools.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * Sends prebuilt requests over connections that stay open, each connection one at a time, from one thread: the client
 * shares the processor with what it measures and has to be cheap.
 */
final class LoadClient {
    private static final int MOST_ANSWERS = 4_000_000;

    private final Selector selector;
    private final Iterator<ByteBuffer> requests;
    private final int[] micros = new int[MOST_ANSWERS];
    private int answers;
    private int sent;
    private int failed;

    private LoadClient(Selector selector, Iterator<ByteBuffer> requests) {
        this.selector = selector;
        this.requests = requests;
    }

    /** Sends until the time is over or the requests are, and waits for what is under way. */
    static Load run(int port, int connections, double seconds, Iterator<ByteBuffer> requests) throws IOException {
        try (Selector selector = Selector.open()) {
            LoadClient client = new LoadClient(selector, requests);
            List<Line> lines = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                lines.add(client.new Line(port));
            }
            long start = System.nanoTime();
            client.pump(lines, start + (long) (seconds * 1e9));
            double took = (System.nanoTime() - start) / 1e9;
            for (Line line : lines) {
                line.channel.close();
            }
            int[] sorted = Arrays.copyOf(client.micros, client.answers);
            Arrays.sort(sorted);
            return new Load(client.answers, client.failed, took, sorted);
        }
    }

    private void pump(List<Line> lines, long until) throws IOException {
        for (Line line : lines) {
            line.send();
        }
        while (answers < sent) {
            selector.select(5000);
            Iterator<SelectionKey> ready = selector.selectedKeys().iterator();
            boolean goOn = System.nanoTime() < until;
            while (ready.hasNext()) {
                Line line = (Line) ready.next().attachment();
                ready.remove();
                if (line.receive() && goOn) {
                    line.send();
                }
            }
        }
    }

    /** One connection. */
    private final class Line {
        private static final int END_OF_HEADERS = '\r' << 24 | '\n' << 16 | '\r' << 8 | '\n';

        private final SocketChannel channel;
        private final ByteBuffer in = ByteBuffer.allocateDirect(64 * 1024);
        private long sentAt;

        private Line(int port) throws IOException {
            channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
            channel.setOption(java.net.StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
        }

        private void send() throws IOException {
            if (requests.hasNext()) {
                ByteBuffer request = requests.next();
                sentAt = System.nanoTime();
                sent++;
                while (request.hasRemaining()) {
                    channel.write(request);
                }
            }
        }

        /** Whether the answer is complete. */
        private boolean receive() throws IOException {
            if (channel.read(in) < 0) {
                throw new IOException("the server closed the connection");
            }
            if (!isComplete()) {
                return false;
            }
            micros[answers++] = (int) ((System.nanoTime() - sentAt) / 1000);
            if (in.get(9) != '2') {
                failed++;
            }
            in.clear();
            return true;
        }

        private boolean isComplete() {
            int last = 0;
            for (int i = 0; i < in.position(); i++) {
                last = last << 8 | in.get(i);
                if (last == END_OF_HEADERS) {
                    return in.position() >= i + 1 + contentLength(i);
                }
            }
            return false;
        }

        private int contentLength(int headerEnd) {
            byte[] bytes = new byte[headerEnd];
            in.get(0, bytes);
            String headers = new String(bytes, StandardCharsets.ISO_8859_1);
            int at = headers.indexOf("Content-Length: ");
            if (at < 0) {
                throw new IllegalStateException("an answer without a length: " + headers);
            }
            return Integer.parseInt(headers.substring(at + 16).split("\r", 2)[0].trim());
        }
    }
}
