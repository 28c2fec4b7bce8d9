package coop.pools.flood;

import coop.pools.bylaws.AdoptBylaws;
import coop.pools.bylaws.Editions;
import coop.pools.bylaws.domain.AgreementFacts;
import coop.pools.flood.domain.Flood;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Map;

/** Gives a new Flood the first version of its compact. Runs in the transaction of its founding. */
public final class AdoptCompact {
    private final AdoptBylaws adoptBylaws;
    private final Editions editions;
    private final String custodian;

    /** @param custodian who holds the money, as the text names it */
    public AdoptCompact(AdoptBylaws adoptBylaws, Editions editions, String custodian) {
        this.adoptBylaws = adoptBylaws;
        this.editions = editions;
        this.custodian = custodian;
    }

    void adopt(Flood flood, Map<String, Object> rules) {
        AgreementFacts facts = new AgreementFacts(
                flood.name(),
                flood.purpose(),
                Currency.getInstance(flood.currency()),
                custodian,
                LocalDate.ofInstant(flood.createdAt(), ZoneOffset.UTC));
        adoptBylaws.adopt(flood.id(), flood.commons() ? editions.forCommons() : editions.forFlood(), facts, rules);
    }
}
