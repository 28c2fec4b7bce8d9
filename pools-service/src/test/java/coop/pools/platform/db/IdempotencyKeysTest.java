package coop.pools.platform.db;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.kernel.IdSource;
import coop.pools.platform.web.IdempotencyKeys;
import coop.pools.platform.web.IdempotencyKeys.Answer;
import coop.pools.platform.web.IdempotencyKeys.Claim;
import coop.pools.platform.web.IdempotencyKeys.Outcome;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestClock;
import coop.pools.testing.TestDatabase;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;

class IdempotencyKeysTest {
    private static final byte[] BODY = IdSource.sha256("a body".getBytes(UTF_8));
    private static final Claim CLAIM = new Claim("person:ana", "POST /api/v1/me/tokens", "once-and-for-all");

    private final TestClock clock = new TestClock();

    @EveryDatabase
    void anAnswerIsGivenAgainToWhoHasItsKey(TestDatabase db) {
        IdempotencyKeys keys = keys(db);
        assertThat(keys.claim(CLAIM, BODY)).isEqualTo(Outcome.CLAIMED);
        assertThat(keys.claim(CLAIM, BODY)).isEqualTo(Outcome.IN_USE);
        keys.keep(CLAIM, new Answer(201, "application/json", "pools_secret".getBytes(UTF_8)));
        assertThat(keys.claim(CLAIM, BODY)).isEqualTo(Outcome.ANSWERED);
        assertThat(keys.claim(CLAIM, IdSource.sha256(new byte[0]))).isEqualTo(Outcome.OTHER_BODY);
        assertThat(keys.answer(CLAIM).status()).isEqualTo(201);
        assertThat(keys.answer(CLAIM).body()).isEqualTo("pools_secret".getBytes(UTF_8));
        Claim others = new Claim("person:ben", CLAIM.route(), CLAIM.key());
        assertThat(keys.claim(others, BODY)).isEqualTo(Outcome.CLAIMED);
    }

    @EveryDatabase
    void theDatabaseHoldsNeitherTheKeyNorTheAnswer(TestDatabase db) {
        IdempotencyKeys keys = keys(db);
        keys.claim(CLAIM, BODY);
        keys.keep(CLAIM, new Answer(201, "application/json", "pools_secret".getBytes(UTF_8)));
        List<byte[]> answers = db.jdbi()
                .withHandle(handle -> handle.createQuery("select answer from idempotency_key")
                        .mapTo(byte[].class)
                        .list());
        List<String> stored = db.jdbi()
                .withHandle(handle -> handle.createQuery("select request_key from idempotency_key")
                        .mapTo(String.class)
                        .list());
        assertThat(stored).hasSize(1).noneMatch(key -> key.contains(CLAIM.key()));
        assertThat(answers).hasSize(1).noneMatch(answer -> new String(answer, UTF_8).contains("pools_secret"));
    }

    @EveryDatabase
    void aLongPathAndALongKeyAreKeptLikeShortOnes(TestDatabase db) {
        IdempotencyKeys keys = keys(db);
        Claim claim = new Claim("guest:none", "POST /api/v1/pools/" + "a".repeat(2000), "ü".repeat(255));
        assertThat(keys.claim(claim, BODY)).isEqualTo(Outcome.CLAIMED);
        keys.release(claim);
        assertThat(keys.claim(claim, BODY)).isEqualTo(Outcome.CLAIMED);
        keys.keep(claim, new Answer(204, "", new byte[0]));
        assertThat(keys.answer(claim).body()).isEmpty();
    }

    @EveryDatabase
    void answersAreForgottenAfterAWeek(TestDatabase db) {
        IdempotencyKeys keys = keys(db);
        ForgetOldAnswers forget = new ForgetOldAnswers(keys);
        keys.claim(CLAIM, BODY);
        clock.advance(Duration.ofDays(7));
        assertThat(forget.run(10)).isZero();
        clock.advance(Duration.ofSeconds(1));
        assertThat(forget.run(10)).isEqualTo(1);
        assertThat(keys.claim(CLAIM, BODY)).isEqualTo(Outcome.CLAIMED);
    }

    private IdempotencyKeys keys(TestDatabase db) {
        return new SqlIdempotencyKeys(db.jdbiTransactions(), new IdSource(clock, new SecureRandom()), clock);
    }
}
