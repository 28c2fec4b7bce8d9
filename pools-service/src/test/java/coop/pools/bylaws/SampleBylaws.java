package coop.pools.bylaws;

import coop.pools.bylaws.domain.AgreementFacts;
import coop.pools.bylaws.domain.Rules;
import coop.pools.bylaws.sql.SqlBylawsStore;
import coop.pools.bylaws.sql.SqlFirstVoteStore;
import java.time.Clock;
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

    /** Where stores come from. */
    public interface Stores {
        <S> S store(Class<S> sqlObject);
    }

    /** What carries out votes on rules. */
    public static ChangeRules changes(Stores stores, Clock clock) {
        BylawsStore bylaws = stores.store(SqlBylawsStore.class);
        return new ChangeRules(
                new AmendBylaws(bylaws, EDITIONS, clock),
                new ReadBylaws(bylaws, EDITIONS),
                stores.store(SqlFirstVoteStore.class),
                clock);
    }

    public static Rules poolRules() {
        return EDITIONS.forPool(Editions.DEFAULT_FORM).defaults();
    }

    public static Rules floodRules() {
        return EDITIONS.forFlood().defaults();
    }
}
