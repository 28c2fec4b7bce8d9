package coop.pools.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** How often a second the disk can be made to keep 8 kB. */
final class DiskPace {
    private static final long NANOS = 300_000_000;
    private static final int PAGE = 8192;

    private DiskPace() {}

    static double syncsPerSecond() throws IOException {
        Path file = Files.createTempFile("disk-pace", ".bin");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer page = ByteBuffer.allocate(PAGE);
            long start = System.nanoTime();
            int syncs = 0;
            while (System.nanoTime() - start < NANOS) {
                channel.write(page.rewind(), (long) (syncs % 64) * PAGE);
                channel.force(false);
                syncs++;
            }
            return syncs * 1e9 / (System.nanoTime() - start);
        } finally {
            Files.delete(file);
        }
    }
}
