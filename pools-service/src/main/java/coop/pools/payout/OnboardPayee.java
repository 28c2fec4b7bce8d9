package coop.pools.payout;

import coop.pools.integrations.payments.PayeeAccount;
import coop.pools.integrations.payments.PayeeRequest;
import coop.pools.integrations.payments.PaymentFailure;
import coop.pools.integrations.payments.PaymentProcessor;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Secrets;
import coop.pools.payout.domain.Payee;
import coop.pools.payout.domain.PayeeState;
import coop.pools.treasury.TreasuryRefusal;
import coop.pools.treasury.domain.Backoff;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes an invited payee to the processor's own pages, where they identify themselves and name a bank account. The
 * processor is called outside any transaction, keyed by the payee's id; the account is bound once.
 */
public final class OnboardPayee {
    private static final List<String> COUNTRIES = List.of(Locale.getISOCountries());

    private final PayoutDesk desk;
    private final PayeeStore payees;
    private final PaymentProcessor processor;
    private final PayeeLinks links;

    public OnboardPayee(PayoutDesk desk, PayeeStore payees, PaymentProcessor processor, PayeeLinks links) {
        this.desk = desk;
        this.payees = payees;
        this.processor = processor;
        this.links = links;
    }

    /** ISO 3166 alpha-2 codes. */
    public static List<String> countries() {
        return COUNTRIES;
    }

    /** @throws Refused ONBOARDING_LINK_INVALID */
    public Payee invited(UUID id, String secret) {
        return payees.byInvite(id, Secrets.hash(secret), desk.clock().instant())
                .orElseThrow(() -> new Refused(PayoutRefusal.ONBOARDING_LINK_INVALID));
    }

    /**
     * The address of the processor's page.
     *
     * @param country where the payee lives; only the first one told counts, once there is an account
     * @throws Refused ONBOARDING_LINK_INVALID, PAYEE_READY, INVALID_FIELD, PAYEE_REFUSED or PROCESSOR_UNREACHABLE
     */
    public String begin(UUID id, String secret, Optional<String> country) {
        Payee payee = invited(id, secret);
        if (payee.isReady()) {
            throw new Refused(PayoutRefusal.PAYEE_READY, Map.of("name", payee.name()));
        }
        Payee bound = withAccount(payee, country);
        try {
            return processor.createOnboardingLink(
                    bound.accountId().orElseThrow(), links.again(id, secret), links.back(id, secret));
        } catch (PaymentFailure failure) {
            throw refused(failure);
        }
    }

    /** The payee with an account at the processor, made now where there is none. */
    public Payee withAccount(Payee payee, Optional<String> country) {
        if (payee.accountId().isPresent()) {
            return payee;
        }
        String chosen = country.or(payee::country)
                .map(code -> code.toUpperCase(Locale.ROOT))
                .filter(COUNTRIES::contains)
                .orElseThrow(() -> new Refused(
                        CommonRefusal.INVALID_FIELD, Map.of("field", "country", "reason", "choose a country")));
        desk.transactions().inTransaction(() -> payees.keepCountry(payee.id(), chosen));
        return bind(payee.id(), account(payee, chosen));
    }

    private PayeeAccount account(Payee payee, String country) {
        try {
            return processor.createPayee(
                    new PayeeRequest(payee.id().toString(), payee.name(), payee.email(), country, payee.currency()));
        } catch (PaymentFailure failure) {
            throw refused(failure);
        }
    }

    private Payee bind(UUID id, PayeeAccount account) {
        return desk.transactions().inTransaction(() -> {
            if (payees.bindAccount(id, account.accountId()) == 1) {
                Payee payee = payees.lock(id).orElseThrow();
                PayeeState state = PayeeState.valueOf(account.state().name());
                payees.saveState(
                        payee.with(state, Backoff.none().triedAt(desk.clock().instant())));
            }
            return payees.find(id).orElseThrow();
        });
    }

    private static Refused refused(PaymentFailure failure) {
        if (failure.outcome() == PaymentFailure.Outcome.REJECTED) {
            return new Refused(PayoutRefusal.PAYEE_REFUSED, Map.of("reason", failure.code()));
        }
        return new Refused(TreasuryRefusal.PROCESSOR_UNREACHABLE, Map.of("retryAfterSeconds", 5));
    }
}
