package coop.pools.app;

import coop.pools.governance.ProposalView;
import coop.pools.governance.domain.Ballot;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Vote;
import coop.pools.governance.web.ProposalReaders;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Refused;
import coop.pools.payout.Votes;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** The votes behind payouts. */
record VotesOfPayouts(ProposalReaders readers, Function<BodyRef, List<UUID>> stewards) implements Votes {
    private static final int MOST = 200;

    @Override
    public Optional<Instant> openedAt(UUID proposal) {
        return view(proposal).flatMap(ProposalView::vote).map(Vote::openedAt);
    }

    @Override
    public Optional<UUID> author(UUID proposal) {
        return view(proposal).map(found -> found.proposal().author());
    }

    @Override
    public List<UUID> people(UUID proposal) {
        Set<UUID> people = new LinkedHashSet<>();
        view(proposal).ifPresent(found -> {
            people.add(found.proposal().author());
            readers.counts().of(Caller.guest("payouts"), proposal, Optional.empty(), MOST).ballots().items().stream()
                    .map(Ballot::person)
                    .forEach(people::add);
        });
        return List.copyOf(people);
    }

    @Override
    public List<UUID> carers(BodyRef body) {
        return body.kind() == BodyRef.Kind.FLOOD ? stewards.apply(body) : List.of();
    }

    private Optional<ProposalView> view(UUID proposal) {
        try {
            return Optional.of(readers.proposals().one(proposal));
        } catch (Refused unknown) {
            return Optional.empty();
        }
    }
}
