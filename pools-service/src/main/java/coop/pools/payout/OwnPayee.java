package coop.pools.payout;

import coop.pools.governance.Bodies;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Secrets;
import coop.pools.payout.domain.Payee;
import coop.pools.payout.domain.PayeeState;
import coop.pools.treasury.domain.Backoff;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;

/**
 * Members as payees of their own Pool: one for each, made when it is first needed. Nobody else can name its bank
 * account: links for it are made by the member alone.
 */
public final class OwnPayee {
    private final PayeeStore payees;
    private final Bodies bodies;
    private final IdSource ids;
    private final Clock clock;

    public OwnPayee(PayeeStore payees, Bodies bodies, IdSource ids, Clock clock) {
        this.payees = payees;
        this.bodies = bodies;
        this.ids = ids;
        this.clock = clock;
    }

    /** The person's payee. Call inside a transaction, after asking whether they are a member. */
    public Payee of(BodyRef body, UUID person, String name) {
        return payees.ofPerson(body.id(), person).orElseGet(() -> {
            Instant now = clock.instant();
            Payee wanted = new Payee(
                    IdSource.derivedId("own-payee", body.id().toString(), person.toString()),
                    body,
                    Optional.of(person),
                    name,
                    Optional.empty(),
                    Currency.getInstance(bodies.read(body).currency()),
                    Optional.empty(),
                    Optional.empty(),
                    PayeeState.INVITED,
                    Backoff.none(),
                    person,
                    now);
            // A secret that nobody is told: the first link is made when the member asks for it.
            payees.insert(wanted, Secrets.hash(ids.newSecret()), now);
            return payees.ofPerson(body.id(), person).orElseThrow();
        });
    }
}
