package coop.pools.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server as a process of its own, with this one's classes. */
final class OwnProcess implements AutoCloseable {
    private static final Path LOG = Path.of("target", "bench.log");

    private final Process process;
    private final int port;

    private OwnProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Pools itself, with config.yml as it is shipped. */
    static OwnProcess pools(BenchDatabase database) throws Exception {
        int port = freePort();
        return start(
                port,
                Map.of(
                        "POOLS_PORT",
                        String.valueOf(port),
                        "POOLS_ADMIN_PORT",
                        "0",
                        "POOLS_SAMPLE_DATA",
                        "false",
                        "POOLS_DATABASE_URL",
                        database.url(),
                        "POOLS_DATABASE_USER",
                        database.user(),
                        "POOLS_DATABASE_PASSWORD",
                        database.password(),
                        "POOLS_PAYMENTS",
                        "stripe",
                        "STRIPE_SECRET_KEY",
                        "sk_test_bench",
                        "STRIPE_WEBHOOK_SECRETS",
                        SignedWebhooks.SECRET,
                        "STRIPE_CONNECT_WEBHOOK_SECRETS",
                        "whsec_bench_connect"),
                "coop.pools.app.PoolsApplication",
                "server",
                Path.of("../config.yml").toAbsolutePath().toString());
    }

    /** The same server without a product. */
    static OwnProcess hello() throws Exception {
        int port = freePort();
        return start(port, Map.of("POOLS_PORT", String.valueOf(port)), HelloServer.class.getName());
    }

    private static OwnProcess start(int port, Map<String, String> environment, String... mainAndArguments)
            throws Exception {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(flagsOfBusyServers());
        Stream.of(System.getenv().getOrDefault("POOLS_BENCH_JVM", "").split(" "))
                .filter(flag -> !flag.isEmpty())
                .forEach(line::add);
        line.addAll(List.of("-cp", System.getProperty("java.class.path")));
        line.addAll(List.of(mainAndArguments));
        Files.createDirectories(LOG.getParent());
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()));
        builder.environment().putAll(environment);
        OwnProcess started = new OwnProcess(builder.start(), port);
        // A benchmark that is stopped leaves no server behind.
        Runtime.getRuntime().addShutdownHook(new Thread(started.process::destroyForcibly));
        started.awaitOpen();
        return started;
    }

    /** As they are shipped; the archive of classes fits the jar alone. */
    private static List<String> flagsOfBusyServers() throws IOException {
        return Files.readAllLines(Path.of("..", "busy.options")).stream()
                .filter(flag -> flag.startsWith("-X") && !flag.startsWith("-XX:SharedArchiveFile"))
                .toList();
    }

    private void awaitOpen() throws Exception {
        for (int tries = 0; tries < 600; tries++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
                return;
            } catch (IOException notYet) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("the server ended: see " + LOG.toAbsolutePath());
                }
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException("the server did not answer within a minute");
    }

    int port() {
        return port;
    }

    /** Processor time in microseconds. */
    double cpu() {
        return CpuTime.of(process.pid());
    }

    /** What its just-in-time compiler has used of that. */
    double compiling() {
        return CpuTime.ofThreads(process.pid(), "C1 Compiler", "C2 Compiler");
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join();
        process.destroyForcibly().onExit().join();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
