package coop.pools.testing;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The application as a process of its own on an H2 file, so that it can be killed in the middle of its work. */
public final class KillablePools {
    private final Path folder;
    private final Map<String, String> environment;
    private final int port;
    private Process process;
    private volatile boolean beingKilled;

    /** On an H2 file in this folder. */
    public KillablePools(Path folder) throws IOException {
        this(folder, Map.of());
    }

    /** On a database of its own or shared with other nodes; the folder holds its log. */
    public static KillablePools on(TestDatabase database, Path folder) throws IOException {
        return new KillablePools(
                folder,
                Map.of(
                        "POOLS_DATABASE_URL", database.url(),
                        "POOLS_DATABASE_USER", database.user(),
                        "POOLS_DATABASE_PASSWORD", database.password()));
    }

    private KillablePools(Path folder, Map<String, String> environment) throws IOException {
        this.folder = folder;
        this.environment = environment;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
    }

    public URI address() {
        return URI.create("http://localhost:" + port);
    }

    public Api guest() {
        return new Api(address(), "");
    }

    /** Starts it and waits until it answers. */
    public void start() throws Exception {
        beingKilled = false;
        process = launch("server");
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(address().resolve("/api/v1/pools"))
                .timeout(Duration.ofSeconds(5))
                .build();
        for (int tries = 0; tries < 600; tries++) {
            try {
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("the application ended: see " + folder.resolve("log.txt"));
                }
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException("the application did not answer within a minute");
    }

    /** SIGKILL: no shutdown hook runs, nothing is flushed. */
    public void kill() throws InterruptedException {
        beingKilled = true;
        process.destroyForcibly().waitFor();
    }

    /** Whether broken connections are to be expected: from the kill until the next start. */
    public boolean isBeingKilled() {
        return beingKilled;
    }

    /** Runs a command of the application on the same database and answers its exit code. */
    public int command(String name) throws Exception {
        return launch(name).waitFor();
    }

    private Process launch(String command) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        line.addAll(whatToRun());
        line.addAll(List.of(command, new File("../config.yml").getAbsolutePath()));
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("log.txt").toFile()));
        builder.environment()
                .putAll(Map.of(
                        "POOLS_PORT", String.valueOf(port),
                        "POOLS_ADMIN_PORT", "0",
                        "POOLS_SAMPLE_DATA", "false"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** What was built, with its archive of loaded classes; where nothing was yet, the classes from which it is built. */
    private static List<String> whatToRun() {
        String built = System.getProperty("pools.built");
        return built == null
                ? List.of("-cp", System.getProperty("java.class.path"), "coop.pools.app.PoolsApplication")
                : List.of("-XX:SharedArchiveFile=" + built + ".jsa", "-jar", built + ".jar");
    }
}
