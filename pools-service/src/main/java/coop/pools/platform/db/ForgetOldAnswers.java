package coop.pools.platform.db;

import coop.pools.kernel.DueWork;
import coop.pools.platform.web.IdempotencyKeys;

/** Forgets idempotency keys and their answers after a week. */
public final class ForgetOldAnswers implements DueWork {
    private final IdempotencyKeys keys;

    public ForgetOldAnswers(IdempotencyKeys keys) {
        this.keys = keys;
    }

    @Override
    public String name() {
        return "forget-answers";
    }

    @Override
    public int run(int atMost) {
        return keys.forgetOld();
    }
}
