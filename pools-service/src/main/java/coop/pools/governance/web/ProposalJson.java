package coop.pools.governance.web;

import coop.pools.bylaws.FirstVote;
import coop.pools.governance.domain.Outcome;
import coop.pools.governance.domain.PoolsCount;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A proposal in the API.
 *
 * @param text Markdown; empty for others than members where it lets somebody in or puts somebody out
 * @param action a statement where options carry actions of their own
 * @param author a person's id
 * @param authorName for members of the body only
 * @param closesAt from the opening on
 * @param closedAt once it has closed, which may have been early
 * @param enactsAt once it has passed
 * @param secondVote once it has passed as the first of two votes
 * @param outcome once the closing time has passed
 */
public record ProposalJson(
        UUID id,
        BodyJson body,
        String title,
        String text,
        ActionJson action,
        PaperJson paper,
        String state,
        UUID author,
        Optional<String> authorName,
        Instant createdAt,
        Instant opensAt,
        Optional<Instant> closesAt,
        Optional<Instant> closedAt,
        Optional<Instant> enactsAt,
        Optional<Instant> enactedAt,
        Optional<ResultJson> outcome,
        Optional<BlockedJson> blocked,
        Optional<SecondVoteJson> secondVote) {

    /**
     * From its passing on: this is the first of two votes on an entrenched rule, and changes nothing by itself.
     *
     * @param from when the second vote can be proposed; {@code until} when it must have opened
     * @param proposal the second vote, once it has made the change
     */
    public record SecondVoteJson(Instant from, Instant until, Optional<UUID> proposal) {
        static SecondVoteJson of(FirstVote first) {
            return new SecondVoteJson(first.secondFrom(), first.secondUntil(), first.second());
        }
    }

    /** Part of a list, newest first; {@code next} goes into {@code ?after=}. */
    public record Items(List<ProposalJson> items, Optional<UUID> next) {}

    /** Who decides: a Pool or a Flood. */
    public record BodyJson(String kind, String slug, String name) {}

    /** Why a passed or due proposal was not carried out. */
    public record BlockedJson(String code, String detail, Map<String, Object> facts, Instant at) {}

    /** A count in people; where there are options, {@code agree} are those for the one that leads. */
    public record ResultJson(
            long agree,
            long disagree,
            long abstain,
            long blocks,
            QuorumJson quorum,
            ThresholdJson threshold,
            Optional<PoolsJson> pools,
            boolean passed,
            Optional<PaperJson.RankingJson> ranking) {
        static ResultJson of(Outcome outcome) {
            return new ResultJson(
                    outcome.ballots().agree(),
                    outcome.ballots().disagree(),
                    outcome.ballots().abstain(),
                    outcome.ballots().blocks(),
                    new QuorumJson(
                            outcome.neededForQuorum(),
                            outcome.ballots().cast(),
                            outcome.electorate(),
                            outcome.quorumMet()),
                    new ThresholdJson(outcome.neededToPass(), outcome.ballots().agree(), outcome.thresholdMet()),
                    outcome.pools().map(PoolsJson::of),
                    outcome.passed(),
                    PaperJson.RankingJson.of(outcome.ranking()));
        }
    }

    /** Ballots needed, ballots cast, people who may vote. */
    public record QuorumJson(long needed, long cast, long people, boolean met) {}

    /**
     * Pools of the Flood that must agree, and that do.
     *
     * @param lines one for each Pool
     */
    public record PoolsJson(long needed, long agree, long of, boolean met, List<PoolLine> lines) {
        static PoolsJson of(PoolsCount count) {
            return new PoolsJson(
                    count.needed(),
                    count.agree(),
                    count.lines().size(),
                    count.met(),
                    count.lines().stream()
                            .map(line -> new PoolLine(line.member(), line.agree(), line.disagree(), line.agrees()))
                            .toList());
        }
    }

    /** One Pool's own people; someone in several Pools stands in each of them. */
    public record PoolLine(UUID pool, long agree, long disagree, boolean agrees) {}

    /** People who must agree, and who do. */
    public record ThresholdJson(long needed, long agree, boolean met) {}
}
