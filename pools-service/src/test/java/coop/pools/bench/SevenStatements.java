package coop.pools.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The plain way to keep a double-entry ledger: each event is a transaction of seven statements under row locks, from
 * many clients at once, all on the accounts of one Pool. On H2 each commit is followed by the sync that makes it last.
 */
final class SevenStatements {
    private static final String TABLES = """
            create table plain_event (id varchar(255) primary key, received_at timestamp with time zone not null);
            create table plain_account (id integer primary key, balance bigint not null);
            create table plain_transaction (id uuid primary key, event_id varchar(255) not null,
                booked_at timestamp with time zone not null, memo varchar(200) not null);
            create table plain_posting (transaction_id uuid not null, leg smallint not null,
                account_id integer not null, amount bigint not null, primary key (transaction_id, leg));
            create index plain_posting_account on plain_posting (account_id);
            insert into plain_account (id, balance) values (1, 0), (2, 0);
            """;

    private final BenchDatabase database;
    private final int clients;

    SevenStatements(BenchDatabase database, int clients) throws SQLException {
        this.database = database;
        this.clients = clients;
        database.execute(TABLES);
    }

    /** How many transactions a second were committed and made to last. */
    double perSecond(double seconds) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            long start = System.nanoTime();
            long until = start + (long) (seconds * 1e9);
            List<Callable<Long>> work = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                work.add(() -> client(until));
            }
            long done = 0;
            for (Future<Long> client : threads.invokeAll(work)) {
                done += client.get();
            }
            return done / ((System.nanoTime() - start) / 1e9);
        } finally {
            threads.shutdown();
        }
    }

    private long client(long until) throws SQLException {
        try (Connection connection = database.connect();
                Client client = new Client(connection, database.isH2())) {
            long done = 0;
            while (System.nanoTime() < until) {
                client.book();
                done++;
            }
            return done;
        }
    }

    boolean isBalanced() throws SQLException {
        return database.number("select coalesce(sum(amount), 0) from plain_posting") == 0
                && database.number("select sum(balance) from plain_account") == 0;
    }

    private static final class Client implements AutoCloseable {
        private final Connection connection;
        private final boolean syncs;
        private final PreparedStatement event;
        private final PreparedStatement lock;
        private final PreparedStatement transaction;
        private final PreparedStatement postings;
        private final PreparedStatement balance;
        private final Statement sync;

        private Client(Connection connection, boolean syncs) throws SQLException {
            this.connection = connection;
            this.syncs = syncs;
            connection.setAutoCommit(false);
            event = connection.prepareStatement(
                    "insert into plain_event (id, received_at) values (?, current_timestamp) on conflict do nothing");
            lock = connection.prepareStatement("select id, balance from plain_account order by id for update");
            transaction = connection.prepareStatement("insert into plain_transaction (id, event_id, booked_at, memo)"
                    + " values (?, ?, current_timestamp, 'Contribution from Ana Example')");
            postings = connection.prepareStatement("insert into plain_posting (transaction_id, leg, account_id, amount)"
                    + " values (?, ?, 1, ?), (?, ?, 2, ?)");
            balance = connection.prepareStatement("update plain_account set balance = balance + ? where id = ?");
            sync = connection.createStatement();
        }

        private void book() throws SQLException {
            UUID id = UUID.randomUUID();
            event.setString(1, "evt_" + id);
            if (event.executeUpdate() == 1) {
                lock.executeQuery().close();
                transaction.setObject(1, id);
                transaction.setString(2, "evt_" + id);
                transaction.executeUpdate();
                post(id, 0, SignedWebhooks.MINOR);
                post(id, 2, -SignedWebhooks.FEE);
                move(1, SignedWebhooks.MINOR - SignedWebhooks.FEE);
                move(2, SignedWebhooks.FEE - SignedWebhooks.MINOR);
            }
            connection.commit();
            if (syncs) {
                sync.execute("checkpoint sync");
            }
        }

        private void post(UUID id, int leg, long amount) throws SQLException {
            postings.setObject(1, id);
            postings.setInt(2, leg);
            postings.setLong(3, amount);
            postings.setObject(4, id);
            postings.setInt(5, leg + 1);
            postings.setLong(6, -amount);
            postings.executeUpdate();
        }

        private void move(int account, long amount) throws SQLException {
            balance.setLong(1, amount);
            balance.setInt(2, account);
            balance.executeUpdate();
        }

        @Override
        public void close() throws SQLException {
            for (Statement statement : List.of(event, lock, transaction, postings, balance, sync)) {
                statement.close();
            }
        }
    }
}
