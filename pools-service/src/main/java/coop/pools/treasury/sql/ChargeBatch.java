package coop.pools.treasury.sql;

import coop.pools.platform.db.BatchPart;
import coop.pools.platform.db.RowsToRead;
import coop.pools.platform.db.RowsToWrite;
import coop.pools.treasury.domain.Share;
import java.sql.Connection;
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
            from contribution_share s where s.contribution_id = any (?) order by s.contribution_id, s.no
            """;
    private static final String FACTS = """
            select payment_id from card_refund where payment_id = any (?)
            union all select payment_id from card_dispute where payment_id = any (?)
            """;

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
            RowsToRead.readAll(connection, expected());
        }
        return List.copyOf(shares.get(contribution));
    }

    /** They have changed. */
    void forget(UUID contribution) {
        shares.remove(contribution);
    }

    boolean hasFacts(String paymentId) {
        if (!askedPayments.contains(paymentId)) {
            expectedPayments.add(paymentId);
            RowsToRead.readAll(connection, expected());
        }
        return withFacts.contains(paymentId);
    }

    /** There is a fact now. */
    void learn(String paymentId) {
        withFacts.add(paymentId);
    }

    @Override
    public List<RowsToRead> expected() {
        List<RowsToRead> questions = new ArrayList<>();
        if (!expected.isEmpty()) {
            List<UUID> ids = List.copyOf(expected);
            expected.clear();
            ids.forEach(contribution -> shares.put(contribution, new ArrayList<>()));
            questions.add(new RowsToRead(
                    SHARES,
                    ids,
                    row -> shares.get(row.getObject("contribution_id", UUID.class))
                            .add(ShareMapper.read(row))));
        }
        if (!expectedPayments.isEmpty()) {
            List<String> payments = List.copyOf(expectedPayments);
            expectedPayments.clear();
            askedPayments.addAll(payments);
            questions.add(new RowsToRead(FACTS, payments, row -> withFacts.add(row.getString(1))));
        }
        return questions;
    }

    @Override
    public List<RowsToWrite<?>> handOver() {
        return List.of();
    }
}
