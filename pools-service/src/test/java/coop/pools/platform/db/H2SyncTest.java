package coop.pools.platform.db;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class H2SyncTest {
    private static final CountDownLatch WRITING = new CountDownLatch(1);
    private static final CountDownLatch GO_ON = new CountDownLatch(1);
    private static volatile boolean hold;

    @TempDir
    private Path folder;

    @Test
    void nothingIsDurableWhileTheBackgroundWriterIsStillWritingIt() throws Exception {
        FilePath.register(new HeldPath());
        DatabaseUrl url = DatabaseUrl.of("jdbc:h2:held:" + folder.resolve("money") + ";WRITE_DELAY=10");
        try (H2Sync sync = new H2Sync(DriverManager.getConnection(url.jdbc(), "sa", ""));
                Connection connection = DriverManager.getConnection(url.jdbc(), "sa", "")) {
            execute(connection, "create table noted (id int primary key)");
            sync.awaitSynced();
            hold = true;
            execute(connection, "insert into noted values (1)");
            assertThat(WRITING.await(20, SECONDS)).isTrue();
            CompletableFuture<Void> synced = CompletableFuture.runAsync(sync::awaitSynced);
            try {
                assertThatThrownBy(() -> synced.get(300, MILLISECONDS)).isInstanceOf(TimeoutException.class);
            } finally {
                GO_ON.countDown();
            }
            synced.get(20, SECONDS);
        }
    }

    @Test
    void aFileThatAnotherProcessHasOpenIsSyncedToo() throws Exception {
        Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        String url = "jdbc:h2:tcp://localhost:" + server.getPort() + "/" + folder.resolve("elsewhere");
        try (H2Sync sync = new H2Sync(DriverManager.getConnection(url, "sa", ""));
                Connection connection = DriverManager.getConnection(url, "sa", "")) {
            execute(connection, "create table noted (id int primary key)");
            sync.awaitSynced();
            try (ResultSet setting = connection
                    .createStatement()
                    .executeQuery("select setting_value from information_schema.settings where setting_name ="
                            + " 'WRITE_DELAY'")) {
                assertThat(setting.next()).isTrue();
                assertThat(setting.getInt(1)).isZero();
            }
        } finally {
            server.stop();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A disk whose writes can be held up. */
    public static final class HeldPath extends FilePathWrapper {
        @Override
        public String getScheme() {
            return "held";
        }

        @Override
        public FileChannel open(String mode) throws IOException {
            return new HeldFile(getBase().open(mode));
        }
    }

    private static final class HeldFile extends FileBase {
        private final FileChannel file;

        private HeldFile(FileChannel file) {
            this.file = file;
        }

        @Override
        public int write(ByteBuffer bytes, long position) throws IOException {
            if (hold) {
                WRITING.countDown();
                try {
                    GO_ON.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return file.write(bytes, position);
        }

        @Override
        public int read(ByteBuffer bytes, long position) throws IOException {
            return file.read(bytes, position);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            file.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            file.truncate(size);
            return this;
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            file.position(position);
            return this;
        }

        @Override
        public int read(ByteBuffer bytes) throws IOException {
            return file.read(bytes);
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            return file.write(bytes);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
