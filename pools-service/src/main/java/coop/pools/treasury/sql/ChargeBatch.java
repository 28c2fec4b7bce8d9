package coop.pools.treasury.sql;

import coop.pools.platform.db.BatchPart;
import coop.pools.platform.db.BatchSql;
import coop.pools.treasury.domain.Share;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What a batch knows of its charges; it is read at once, and changes are written at once by the plain store. */
final class ChargeBatch implements BatchPart {
    private static final String SHARES = """
            select s.contribution_id, s.no, s.pool_id, s.bucket, s.amount, s.at_once, s.released, s.in_bucket,
                   s.in_free, s.part,
                   (select c.currency from contribution c where c.id = s.contribution_id) as currency
            from contribution_share s where s.contribution_id \
            """;
    private static final String REFUNDED = "select payment_id from card_refund where payment_id";
    private static final String DISPUTED = "select payment_id from card_dispute where payment_id";

    private final Connection connection;
    private final Set<UUID> expected = new HashSet<>();
    private final Map<UUID, List<Share>> shares = new HashMap<>();
    private final Set<String> expectedPayments = new HashSet<>();
    private final Set<String> askedPayments = new HashSet<>();
    private final Set<String> withFacts = new HashSet<>();

    ChargeBatch(Connection connection) {
        this.connection = connection;
    }

    void expect(UUID contribution, String paymentId) {
        expected.add(contribution);
        expectedPayments.add(paymentId);
    }

    List<Share> shares(UUID contribution) {
        if (!shares.containsKey(contribution)) {
            expected.add(contribution);
            readShares();
        }
        return List.copyOf(shares.get(contribution));
    }

    /** They have changed. */
    void forget(UUID contribution) {
        shares.remove(contribution);
    }

    private void readShares() {
        expected.forEach(contribution -> shares.put(contribution, new ArrayList<>()));
        try (PreparedStatement select =
                        BatchSql.withKeys(connection, SHARES, " order by s.contribution_id, s.no", expected);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                shares.get(row.getObject("contribution_id", UUID.class)).add(ShareMapper.read(row));
            }
        } catch (SQLException e) {
            throw new UnreadableCharges(e);
        }
        expected.clear();
    }

    boolean hasFacts(String paymentId) {
        if (!askedPayments.contains(paymentId)) {
            expectedPayments.add(paymentId);
            readFacts(REFUNDED);
            readFacts(DISPUTED);
            askedPayments.addAll(expectedPayments);
            expectedPayments.clear();
        }
        return withFacts.contains(paymentId);
    }

    /** There is a fact now. */
    void learn(String paymentId) {
        withFacts.add(paymentId);
    }

    private void readFacts(String query) {
        try (PreparedStatement select = BatchSql.withKeys(connection, query, "", expectedPayments);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                withFacts.add(row.getString(1));
            }
        } catch (SQLException e) {
            throw new UnreadableCharges(e);
        }
    }

    @Override
    public void write() {
        // nothing is kept back
    }

    /** What is known of charges could not be read. */
    private static final class UnreadableCharges extends RuntimeException {
        private UnreadableCharges(SQLException cause) {
            super(cause);
        }
    }
}
