package coop.pools.custody;

import coop.pools.custody.domain.Custody;
import coop.pools.governance.Bodies;
import coop.pools.governance.domain.BodyRef;
import coop.pools.integrations.payments.PayeeAccount;
import coop.pools.integrations.payments.PayeeRequest;
import coop.pools.integrations.payments.PaymentFailure;
import coop.pools.integrations.payments.PaymentProcessor;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.treasury.TreasuryRefusal;
import coop.pools.treasury.domain.Backoff;
import java.net.URI;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes a steward to the processor's own pages to open the account that the members chose. The processor is called
 * outside any transaction, keyed by the Pool's id; the account is bound once.
 */
public final class OpenAccount {
    private static final List<String> COUNTRIES = List.of(Locale.getISOCountries());

    private final CustodyDesk desk;
    private final ReadStewards stewards;
    private final Bodies bodies;
    private final PaymentProcessor processor;
    private final URI publicUrl;

    public OpenAccount(
            CustodyDesk desk, ReadStewards stewards, Bodies bodies, PaymentProcessor processor, URI publicUrl) {
        this.desk = desk;
        this.stewards = stewards;
        this.bodies = bodies;
        this.processor = processor;
        this.publicUrl = publicUrl;
    }

    /** ISO 3166 alpha-2 codes. */
    public static List<String> countries() {
        return COUNTRIES;
    }

    /**
     * The address of the processor's page.
     *
     * @param country where the account is to be; only the first one told counts, once there is an account
     * @throws Refused NOT_FOUND, CUSTODY_STEWARDS_ONLY, INVALID_FIELD, PAYMENT_REFUSED or PROCESSOR_UNREACHABLE
     */
    public String begin(Caller caller, String slug, Optional<String> country) {
        UUID person = caller.require(Scope.ORGANISE);
        BodyRef pool = bodies.bySlug(BodyRef.Kind.POOL, slug).orElseThrow(OpenAccount::notFound);
        Custody custody = desk.store()
                .find(pool.id())
                .filter(found -> found.state() != Custody.State.ENDED)
                .orElseThrow(OpenAccount::notFound);
        if (!stewards.isSteward(pool.id(), person)) {
            throw new Refused(CustodyRefusal.CUSTODY_STEWARDS_ONLY);
        }
        String back = publicUrl.resolve("/pools/" + slug + "/custody").toString();
        try {
            Custody bound = custody.accountId().isPresent() ? custody : bind(custody, country);
            return processor.createPoolOnboardingLink(bound.accountId().orElseThrow(), back, back);
        } catch (PaymentFailure failure) {
            if (failure.outcome() == PaymentFailure.Outcome.REJECTED) {
                throw new Refused(TreasuryRefusal.PAYMENT_REFUSED, Map.of("reason", failure.code()));
            }
            throw new Refused(TreasuryRefusal.PROCESSOR_UNREACHABLE, Map.of("retryAfterSeconds", 5));
        }
    }

    private Custody bind(Custody custody, Optional<String> country) {
        String chosen = custody.country()
                .or(() -> country)
                .map(code -> code.toUpperCase(Locale.ROOT))
                .filter(COUNTRIES::contains)
                .orElseThrow(() -> new Refused(
                        CommonRefusal.INVALID_FIELD, Map.of("field", "country", "reason", "choose a country")));
        // Kept before the processor is asked: a repetition must be the same request.
        desk.transactions().inTransaction(() -> {
            Custody present = desk.store().lock(custody.pool()).orElseThrow();
            desk.store().save(present.country().isPresent() ? present : present.in(chosen));
        });
        String kept =
                desk.store().find(custody.pool()).flatMap(Custody::country).orElseThrow();
        Bodies.Body body = bodies.read(BodyRef.pool(custody.pool()));
        PayeeAccount account = processor.createPoolAccount(new PayeeRequest(
                custody.pool().toString(), body.name(), Optional.empty(), kept, Currency.getInstance(body.currency())));
        return desk.transactions().inTransaction(() -> {
            Custody present = desk.store().lock(custody.pool()).orElseThrow();
            Custody bound = present.accountId().isPresent() ? present : present.bound(account.accountId());
            Custody next = bound.with(Backoff.from(desk.clock().instant()));
            desk.store().save(next);
            return next;
        });
    }

    private static Refused notFound() {
        return new Refused(CommonRefusal.NOT_FOUND);
    }
}
