package coop.pools.platform.db;

import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Transactions;
import coop.pools.platform.web.IdempotencyKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Idempotency keys as rows, hidden by {@link AnswerSeal}; one statement decides who has a key. */
public final class SqlIdempotencyKeys implements IdempotencyKeys {
    private static final Duration CLAIM_LIFE = Duration.ofSeconds(30);
    private static final Duration KEPT = Duration.ofDays(7);
    private static final int TRIES = 5;

    private final Transactions transactions;
    private final Rows rows;
    private final AnswerSeal seal;
    private final Clock clock;

    public SqlIdempotencyKeys(JdbiTransactions transactions, IdSource ids, Clock clock) {
        this.transactions = transactions;
        this.rows = transactions.store(Rows.class);
        this.seal = new AnswerSeal(ids);
        this.clock = clock;
    }

    @Override
    public Outcome claim(Claim asked, byte[] bodyHash) {
        Claim claim = AnswerSeal.hidden(asked);
        return transactions.inTransaction(() -> {
            for (int attempt = 0; attempt < TRIES; attempt++) {
                Instant now = clock.instant();
                if (rows.insert(claim, bodyHash, now.plus(CLAIM_LIFE), now) == 1) {
                    return Outcome.CLAIMED;
                }
                Optional<Row> row = rows.find(claim);
                if (row.isPresent()) {
                    return outcome(claim, row.get(), bodyHash, now);
                }
                // given back between the two statements: it can be claimed after all
            }
            return Outcome.IN_USE;
        });
    }

    private Outcome outcome(Claim claim, Row row, byte[] bodyHash, Instant now) {
        if (!Arrays.equals(row.bodyHash(), bodyHash)) {
            return Outcome.OTHER_BODY;
        }
        if (row.status() > 0) {
            return Outcome.ANSWERED;
        }
        return rows.takeOver(claim, now, now.plus(CLAIM_LIFE)) == 1 ? Outcome.CLAIMED : Outcome.IN_USE;
    }

    @Override
    public Answer answer(Claim claim) {
        Answer kept = rows.answer(AnswerSeal.hidden(claim)).orElseThrow(() -> new Refused(CommonRefusal.TRY_AGAIN));
        return new Answer(kept.status(), kept.mediaType(), seal.open(claim, kept.body()));
    }

    @Override
    public void keep(Claim claim, Answer answer) {
        Answer sealed = new Answer(answer.status(), answer.mediaType(), seal.seal(claim, answer.body()));
        transactions.inTransaction(() -> rows.keep(AnswerSeal.hidden(claim), sealed));
    }

    @Override
    public void release(Claim claim) {
        transactions.inTransaction(() -> rows.delete(AnswerSeal.hidden(claim)));
    }

    @Override
    public int forgetOld() {
        return transactions.inTransaction(
                () -> rows.deleteBefore(clock.instant().minus(KEPT)));
    }

    /** A key's row; status 0 while it is being worked on. */
    public record Row(byte[] bodyHash, int status) {}

    /** The SQL. */
    @RegisterConstructorMapper(Row.class)
    @RegisterConstructorMapper(Answer.class)
    public interface Rows {
        String THIS = " where caller = :caller and route = :route and request_key = :key ";

        @SqlUpdate("""
                insert into idempotency_key (caller, route, request_key, body_hash, claimed_until, made_at)
                values (:caller, :route, :key, :bodyHash, :until, :now) on conflict do nothing
                """)
        int insert(@BindMethods Claim claim, byte[] bodyHash, Instant until, Instant now);

        @SqlQuery("select body_hash, coalesce(status, 0) as status from idempotency_key" + THIS)
        Optional<Row> find(@BindMethods Claim claim);

        @SqlUpdate("update idempotency_key set claimed_until = :until" + THIS
                + "and status is null and claimed_until < :now")
        int takeOver(@BindMethods Claim claim, Instant now, Instant until);

        @SqlQuery("select status, media_type, answer as body from idempotency_key" + THIS + "and status is not null")
        Optional<Answer> answer(@BindMethods Claim claim);

        @SqlUpdate("update idempotency_key set status = :status, media_type = :mediaType, answer = :body" + THIS)
        void keep(@BindMethods Claim claim, @BindMethods Answer answer);

        @SqlUpdate("delete from idempotency_key" + THIS)
        void delete(@BindMethods Claim claim);

        @SqlUpdate("delete from idempotency_key where made_at < :before")
        int deleteBefore(Instant before);
    }
}
