package coop.pools.round.web;

import coop.pools.governance.web.ProposalJson;
import coop.pools.governance.web.RoundAfter;
import coop.pools.kernel.Money;
import coop.pools.platform.web.MoneyJson;
import coop.pools.round.RoundView;
import coop.pools.round.domain.Allocation;
import coop.pools.round.domain.Round;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A round in the API.
 *
 * @param state opening, open, closing, funded or returned
 * @param proposal the vote that opened it
 * @param pot all shares together
 * @param share of each person
 * @param people who have one
 * @param allocated what people give at this moment
 * @param mine of the caller, if they have a share
 * @param end how it ended; left out before
 */
public record RoundJson(
        UUID id,
        ProposalJson.BodyJson body,
        String name,
        String state,
        UUID proposal,
        MoneyJson pot,
        MoneyJson share,
        long people,
        Instant opensAt,
        Instant closesAt,
        RoundAfter after,
        MoneyJson allocated,
        List<BucketLine> buckets,
        Optional<Mine> mine,
        Optional<End> end) {
    static RoundJson of(RoundView view) {
        Round round = view.round();
        return new RoundJson(
                round.id(),
                new ProposalJson.BodyJson(
                        round.body().kind().word(),
                        view.body().slug(),
                        view.body().name()),
                round.name(),
                view.state().word(),
                round.proposal(),
                MoneyJson.of(round.pot()),
                MoneyJson.of(round.share()),
                round.people(),
                round.opensAt(),
                round.closesAt(),
                new RoundAfter(round.keepsPartial() ? "accept" : "return", "return"),
                MoneyJson.of(view.allocated()),
                view.lines().stream()
                        .map(line -> BucketLine.of(line, round.end()))
                        .toList(),
                view.mine().map(mine -> Mine.of(view, mine)),
                round.end().map(end -> End.of(end, view.funded())));
    }

    /**
     * A bucket in the round.
     *
     * @param bucket its slug, with which it is given to
     * @param candidate whether it opened with the round
     * @param open whether it can take money, or could when the round ended
     * @param target the most that the round can give it
     * @param minimum the least that is of use to it
     * @param counted what counted at the end
     * @param funded what it got in the end
     */
    public record BucketLine(
            UUID id,
            String bucket,
            String name,
            String purpose,
            boolean candidate,
            boolean open,
            MoneyJson target,
            MoneyJson minimum,
            MoneyJson allocated,
            Optional<MoneyJson> counted,
            Optional<MoneyJson> funded) {
        static BucketLine of(RoundView.Line line, Optional<Round.End> end) {
            return new BucketLine(
                    line.bucket().id(),
                    line.bucket().slug(),
                    line.bucket().name(),
                    line.bucket().purpose(),
                    line.part().candidate(),
                    line.bucket()
                            .closedAt()
                            .map(closed -> end.filter(over -> !closed.isBefore(over.at()))
                                    .isPresent())
                            .orElse(true),
                    MoneyJson.of(line.part().target()),
                    MoneyJson.of(line.part().needed()),
                    MoneyJson.of(line.part().allocated()),
                    line.part().counted().map(MoneyJson::of),
                    line.part().funded().map(MoneyJson::of));
        }
    }

    /** What the caller has done with their share. */
    public record Mine(MoneyJson share, MoneyJson allocated, MoneyJson left, List<Given> allocations) {
        static Mine of(RoundView view, RoundView.Mine mine) {
            List<Given> given = view.lines().stream()
                    .filter(line -> mine.to(line.bucket().id()).isPositive())
                    .map(line -> new Given(
                            line.bucket().slug(),
                            MoneyJson.of(mine.to(line.bucket().id()))))
                    .toList();
            return new Mine(
                    MoneyJson.of(mine.share()), MoneyJson.of(mine.allocated()), MoneyJson.of(mine.left()), given);
        }
    }

    /** To a bucket, by its slug. */
    public record Given(String bucket, MoneyJson amount) {}

    /**
     * How a round ended.
     *
     * @param by the vote that ended it before its time; left out at its close
     * @param outcome fund: buckets got what they were given; return: all went back
     * @param pot what was in the pot then
     */
    public record End(
            Instant at, Optional<UUID> by, String outcome, MoneyJson pot, MoneyJson funded, MoneyJson returned) {
        static End of(Round.End end, Money funded) {
            return new End(
                    end.at(),
                    end.by(),
                    end.funded() ? "fund" : "return",
                    MoneyJson.of(end.pot()),
                    MoneyJson.of(funded),
                    MoneyJson.of(end.pot().minus(funded)));
        }
    }

    /** All rounds of a Pool or Flood, the newest first. */
    public record Rounds(List<RoundJson> items) {}

    /** Who gives what: by person, all of a person's together. */
    public record Allocations(List<Line> items, Optional<UUID> next) {}

    /**
     * What one person gives one bucket.
     *
     * @param bucket its slug
     * @param counts false where the person had left before the end
     */
    public record Line(UUID person, String bucket, MoneyJson amount, boolean counts) {
        static Line of(Allocation given, String bucket) {
            return new Line(given.person(), bucket, MoneyJson.of(given.amount()), given.counts());
        }
    }
}
