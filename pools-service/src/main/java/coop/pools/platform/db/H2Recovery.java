package coop.pools.platform.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.store.fs.FileUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the newest commit in an H2 file whose process was killed. H2 2.5.252 goes on from the state that the file's
 * header names and writes a new header only now and then; what was committed and synced since then is thrown away when
 * the first of it lies in space that was used again (up to 20 commits, about once in a hundred kills). Its recovery mode
 * looks through the whole file instead.
 */
public final class H2Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(H2Recovery.class);
    private static final String CLOSED_WELL = "clean:1";
    private static final int HEADER_BYTES = 4096;

    private H2Recovery() {}

    /** Does nothing where the file was closed well, is not there yet, is in use, or the database is another one. */
    public static void afterCrash(DatabaseUrl url, String user, String password) {
        url.h2File()
                .filter(file -> FileUtils.exists(file) && !closedWell(file))
                .filter(H2Recovery::recover)
                .ifPresent(file -> finishCommits(url, user, password));
    }

    /** Answers whether it could be done. */
    private static boolean recover(String file) {
        try {
            new MVStore.Builder()
                    .fileName(file)
                    .autoCommitDisabled()
                    .recoveryMode()
                    .open()
                    .close();
            LOG.info("the database had not been closed; its newest state was looked for and found");
            return true;
        } catch (MVStoreException e) {
            // A file in use is not ours to look at; what is wrong with another one, H2 says when it is opened.
            if (e.getErrorCode() != DataUtils.ERROR_FILE_LOCKED) {
                LOG.error("the newest state of the database could not be looked for", e);
            }
            return false;
        }
    }

    private static void finishCommits(DatabaseUrl url, String user, String password) {
        try (Connection connection = DriverManager.getConnection(url.jdbc(), user, password)) {
            int finished = H2LeftCommits.finish(connection);
            if (finished > 0) {
                LOG.info("commits that had been interrupted, finished: {}", finished);
            }
        } catch (SQLException e) {
            LOG.error("commits that may have been interrupted could not be finished", e);
        }
    }

    private static boolean closedWell(String file) {
        try (InputStream in = FileUtils.newInputStream(file)) {
            String header = new String(in.readNBytes(HEADER_BYTES), StandardCharsets.ISO_8859_1);
            return header.toLowerCase(Locale.ROOT).contains(CLOSED_WELL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
