package coop.pools.custody;

import coop.pools.custody.domain.StewardTerm;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Moments;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Carries out votes that name a steward or end their term. Stewards carry out; they decide nothing. */
public final class NameSteward {
    private final Transactions transactions;
    private final StewardStore terms;
    private final StewardActionCheck check;
    private final StewardPlaces places;
    private final Clock clock;

    public NameSteward(
            Transactions transactions,
            StewardStore terms,
            StewardActionCheck check,
            StewardPlaces places,
            Clock clock) {
        this.transactions = transactions;
        this.terms = terms;
        this.check = check;
        this.places = places;
        this.clock = clock;
    }

    /** @throws Refused STEWARDS_NOT_ELECTED, STEWARD_NOT_A_MEMBER, STEWARD_ALREADY or STEWARDS_TOO_MANY */
    public void name(UUID proposal, BodyRef body, UUID person) {
        transactions.inTransaction(() -> {
            check.mayBeNamed(body, person);
            Instant now = clock.instant();
            if (!places.isServing(body, person)) {
                makeRoom(proposal, body, now);
            }
            Instant until =
                    now.atZone(ZoneOffset.UTC).plusMonths(places.months(body)).toInstant();
            terms.end(body.id(), person, proposal, now);
            terms.insert(new StewardTerm(
                    body.id(),
                    person,
                    next(body.id(), now),
                    Optional.of(proposal),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(until)));
        });
    }

    /** Where all places are taken, the one whose term is nearly over, and ends first, makes room. */
    private void makeRoom(UUID proposal, BodyRef body, Instant now) {
        int most = places.most(body);
        if (places.serving(body).size() < most) {
            return;
        }
        UUID leaving = places.leaving(body).stream()
                .findFirst()
                .orElseThrow(() -> new Refused(CustodyRefusal.STEWARDS_TOO_MANY, Map.of("most", most)));
        terms.end(body.id(), leaving, proposal, now);
    }

    /** Whose terms a vote has ended, by what it says or because others follow. */
    public List<UUID> endedBy(UUID proposal, BodyRef body) {
        return terms.terms(body.id()).stream()
                .filter(term -> term.endedBy().filter(proposal::equals).isPresent())
                .map(StewardTerm::person)
                .distinct()
                .toList();
    }

    /** @throws Refused STEWARDS_NOT_ELECTED or STEWARD_NOT_ONE */
    public void end(UUID proposal, BodyRef body, UUID person) {
        Instant now = clock.instant();
        transactions.inTransaction(() -> {
            check.mayBeEnded(body, person);
            if (terms.end(body.id(), person, proposal, now) == 0) {
                // The founder, who is one without having been named.
                terms.insert(new StewardTerm(
                        body.id(),
                        person,
                        next(body.id(), now),
                        Optional.empty(),
                        Optional.of(proposal),
                        Optional.of(now),
                        Optional.empty()));
            }
        });
    }

    /** Terms are read in their order, also where several begin at one moment. */
    private Instant next(UUID body, Instant now) {
        Optional<Instant> last =
                terms.terms(body).stream().map(StewardTerm::since).max(Comparator.naturalOrder());
        return Moments.after(last, now);
    }
}
