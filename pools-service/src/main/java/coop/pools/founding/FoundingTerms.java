package coop.pools.founding;

import coop.pools.bylaws.Editions;
import coop.pools.bylaws.domain.Agreement;
import coop.pools.bylaws.domain.AgreementFacts;
import coop.pools.bylaws.domain.Edition;
import coop.pools.kernel.Refused;
import coop.pools.membership.StageCsv;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Works out on which terms a Pool would be founded; asks nobody and stores nothing. */
public final class FoundingTerms {
    private static final String USUAL_CURRENCY = "EUR";
    private static final String USUAL_PURPOSE =
            "to hold money together and to decide together, one member one vote, what it is spent on for the group.";

    private final Editions editions;
    private final Predicate<Currency> canBeMoved;
    private final String custodian;
    private final Clock clock;

    /**
     * @param canBeMoved whether the payment processor handles a currency
     * @param custodian who holds the money, for the bylaws
     */
    public FoundingTerms(Editions editions, Predicate<Currency> canBeMoved, String custodian, Clock clock) {
        this.editions = editions;
        this.canBeMoved = canBeMoved;
        this.custodian = custodian;
        this.clock = clock;
    }

    /**
     * The terms.
     *
     * @param groupName what the source calls the group
     * @throws Refused {@link FoundingRefusal#UNSUPPORTED_CURRENCY}, UNKNOWN_FORM, UNKNOWN_RULE, RULE_OUT_OF_RANGE or
     *     UNFIT_FOR_AGREEMENT
     */
    public Terms of(Wish wish, String groupName) {
        Currency currency = currency(wish.currency().orElse(USUAL_CURRENCY));
        String form = wish.legalForm().orElse(Editions.DEFAULT_FORM);
        Edition edition = editions.forPool(form);
        edition.defaults().with(wish.rules());
        String name = StageCsv.groupName(wish.name().orElse(groupName));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        AgreementFacts facts =
                new AgreementFacts(name, wish.purpose().orElse(USUAL_PURPOSE), currency, custodian, today);
        return new Terms(edition, facts, wish.rules());
    }

    /** The forms that a Pool can take, the default first. */
    public List<String> forms() {
        return editions.poolForms();
    }

    /** The currencies that a Pool can count in, the usual one first, then by code. */
    public List<Currency> currencies() {
        return Currency.getAvailableCurrencies().stream()
                .filter(canBeMoved)
                .sorted(Comparator.comparing((Currency currency) -> !USUAL_CURRENCY.equals(currency.getCurrencyCode()))
                        .thenComparing(Currency::getCurrencyCode))
                .toList();
    }

    private Currency currency(String code) {
        try {
            Currency currency = Currency.getInstance(code);
            if (canBeMoved.test(currency)) {
                return currency;
            }
        } catch (IllegalArgumentException e) {
            // Not a currency at all: refused like one that cannot be moved.
        }
        throw new Refused(FoundingRefusal.UNSUPPORTED_CURRENCY, Map.of("currency", code));
    }

    /** @param rules values that differ from the edition's own */
    public record Terms(Edition edition, AgreementFacts facts, Map<String, Object> rules) {
        /** The text that would be adopted. */
        public Agreement agreement() {
            return edition.render(facts, edition.defaults().with(rules));
        }
    }
}
