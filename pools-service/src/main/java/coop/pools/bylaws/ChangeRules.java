package coop.pools.bylaws;

import coop.pools.bylaws.domain.BylawsRefusal;
import coop.pools.bylaws.domain.Rules;
import coop.pools.kernel.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Carries out a passed vote on rules: an ordinary rule changes at once, an entrenched one when a second vote on the
 * same values has passed, article 29. Runs in the transaction of the enactment.
 */
public final class ChangeRules {
    private final AmendBylaws amend;
    private final ReadBylaws bylaws;
    private final FirstVoteStore firsts;
    private final Clock clock;

    public ChangeRules(AmendBylaws amend, ReadBylaws bylaws, FirstVoteStore firsts, Clock clock) {
        this.amend = amend;
        this.bylaws = bylaws;
        this.firsts = firsts;
        this.clock = clock;
    }

    /** A vote that has passed. */
    public record Passed(UUID proposal, Instant openedAt, Instant closedAt) {}

    /**
     * Whether such a change could be proposed now; writes nothing.
     *
     * @throws Refused as {@link AmendBylaws#check}, and {@link BylawsRefusal#SECOND_VOTE_TOO_SOON}
     */
    public void check(UUID bodyId, Map<String, ?> changes) {
        Rules after = amend.changed(bodyId, changes);
        waitingFor(bodyId, after.only(keys(changes)))
                .filter(first -> clock.instant().isBefore(first.secondFrom()))
                .ifPresent(first -> {
                    throw new Refused(
                            BylawsRefusal.SECOND_VOTE_TOO_SOON,
                            Map.of("from", first.secondFrom(), "until", first.secondUntil()));
                });
    }

    /** Makes the next version, or keeps the vote as the first of two; refused as {@link AmendBylaws#amend}. */
    public Optional<BylawsVersion> change(UUID bodyId, Map<String, ?> changes, Passed passed) {
        amend.lock(bodyId);
        Rules after = amend.changed(bodyId, changes);
        if (!after.entrench(keys(changes))) {
            return Optional.of(amend.amend(bodyId, changes, passed.proposal()));
        }
        Map<String, Object> values = after.only(keys(changes));
        Optional<FirstVote> first = followed(bodyId, values, passed);
        if (first.isEmpty()) {
            firsts.insert(first(bodyId, values, passed));
            return Optional.empty();
        }
        firsts.finish(first.get().proposalId(), passed.proposal());
        return Optional.of(amend.amendAfterBoth(bodyId, values, passed.proposal()));
    }

    /** What a passed vote will begin as things stand, where it will be the first of two; writes nothing. */
    public Optional<FirstVote> wouldBegin(UUID bodyId, Map<String, ?> changes, Passed passed) {
        Rules after;
        try {
            after = amend.changed(bodyId, changes);
        } catch (Refused cannotBeMade) {
            return Optional.empty();
        }
        Map<String, Object> values = after.only(keys(changes));
        return after.entrench(keys(changes)) && followed(bodyId, values, passed).isEmpty()
                ? Optional.of(first(bodyId, values, passed))
                : Optional.empty();
    }

    /**
     * The first vote that one on these values follows if it opens at that moment; held, with the bylaws, until the
     * transaction ends. Empty for all others, and for what could not be changed so.
     */
    public Optional<FirstVote> holdFirst(UUID bodyId, Map<String, ?> changes, Instant opens) {
        Optional<FirstVote> first = values(bodyId, changes)
                .flatMap(values -> waitingFor(bodyId, values))
                .filter(earlier -> earlier.isFollowedAt(opens));
        first.ifPresent(held -> amend.lock(bodyId));
        return first;
    }

    private Optional<Map<String, Object>> values(UUID bodyId, Map<String, ?> changes) {
        try {
            return Optional.of(amend.changed(bodyId, changes).only(keys(changes)));
        } catch (Refused cannotBeMade) {
            return Optional.empty();
        }
    }

    private Optional<FirstVote> followed(UUID bodyId, Map<String, Object> values, Passed passed) {
        return waitingFor(bodyId, values).filter(earlier -> earlier.isFollowedAt(passed.openedAt()));
    }

    private FirstVote first(UUID bodyId, Map<String, Object> values, Passed passed) {
        Rules now = bylaws.rules(bodyId);
        Instant from = passed.closedAt().plus(Duration.ofDays(now.amendGapDays()));
        Instant until = from.plus(Duration.ofDays(now.amendWindowDays()));
        return new FirstVote(bodyId, passed.proposal(), values, passed.closedAt(), from, until, Optional.empty());
    }

    private Optional<FirstVote> waitingFor(UUID bodyId, Map<String, Object> values) {
        return firsts.unfinished(bodyId).stream()
                .filter(first -> first.changes().equals(values))
                .findFirst();
    }

    /** First votes whose second one may still come, the latest first. */
    public List<FirstVote> waiting(UUID bodyId) {
        return firsts.unfinished(bodyId).stream()
                .filter(first -> first.isWaiting(clock.instant()))
                .toList();
    }

    /** What a proposal began, where it was the first of two votes. */
    public Optional<FirstVote> begunBy(UUID proposal) {
        return firsts.find(proposal);
    }

    private static Set<String> keys(Map<String, ?> changes) {
        return Set.copyOf(changes.keySet());
    }
}
