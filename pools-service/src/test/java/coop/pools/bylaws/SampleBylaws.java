package coop.pools.bylaws;

import coop.pools.bylaws.domain.AgreementFacts;
import coop.pools.bylaws.domain.Rules;
import java.time.LocalDate;
import java.util.Currency;

/** The published editions and the facts of an invented Pool. */
public final class SampleBylaws {
    public static final Editions EDITIONS = Editions.load();

    private SampleBylaws() {}

    public static AgreementFacts facts() {
        return facts("Lantern Walkers");
    }

    public static AgreementFacts facts(String name) {
        return new AgreementFacts(
                name,
                "to light the paths of our quarter and to walk them together.",
                Currency.getInstance("EUR"),
                "the sandbox, which holds no real money",
                LocalDate.of(2026, 3, 1));
    }

    public static Rules poolRules() {
        return EDITIONS.forPool(Editions.DEFAULT_FORM).defaults();
    }

    public static Rules floodRules() {
        return EDITIONS.forFlood().defaults();
    }
}
