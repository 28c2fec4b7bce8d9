package coop.pools.notify;

import coop.pools.governance.Bodies;
import coop.pools.governance.ProposalView;
import coop.pools.governance.ReadProposals;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Progress;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.ProposalState;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Secrets;
import coop.pools.notify.domain.Deadline;
import coop.pools.round.ReadRounds;
import coop.pools.round.domain.Round;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Reads when votes open, close and are carried out or can be followed by a second one, and when rounds close: all that is
 * running, and the newest that is over.
 */
public final class ReadCalendar {
    private static final int MOST_RUNNING = 100;
    private static final int MOST_RECENT = 30;

    private final ReadProposals proposals;
    private final ReadRounds rounds;
    private final Bodies bodies;
    private final FeedStore feeds;
    private final Function<UUID, List<Bodies.Body>> bodiesOf;

    /** @param bodiesOf the Pools and Floods that a person belongs to now */
    public ReadCalendar(
            ReadProposals proposals,
            ReadRounds rounds,
            Bodies bodies,
            FeedStore feeds,
            Function<UUID, List<Bodies.Body>> bodiesOf) {
        this.proposals = proposals;
        this.rounds = rounds;
        this.bodies = bodies;
        this.feeds = feeds;
        this.bodiesOf = bodiesOf;
    }

    /**
     * Of the Pools and Floods of the person whose secret it is.
     *
     * @throws Refused NOT_FOUND when it is nobody's
     */
    public List<Deadline> bySecret(String secret) {
        UUID person = feeds.person(Secrets.hash(secret)).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        List<Deadline> deadlines = new ArrayList<>();
        bodiesOf.apply(person).forEach(body -> deadlines.addAll(of(body)));
        return sorted(deadlines);
    }

    /**
     * Of one Pool or Flood, which are public.
     *
     * @throws Refused NOT_FOUND
     */
    public OfBody ofBody(BodyRef.Kind kind, String slug) {
        BodyRef ref = bodies.bySlug(kind, slug).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        Bodies.Body body = bodies.read(ref);
        return new OfBody(body.name(), sorted(of(body)));
    }

    private List<Deadline> of(Bodies.Body body) {
        Map<UUID, ProposalView> views = new LinkedHashMap<>();
        proposals
                .running(body.ref(), MOST_RUNNING)
                .forEach(view -> views.put(view.proposal().id(), view));
        proposals
                .of(body.ref(), Optional.empty(), MOST_RECENT)
                .items()
                .forEach(view -> views.put(view.proposal().id(), view));
        List<Deadline> deadlines = new ArrayList<>();
        views.values().forEach(view -> deadlines.addAll(moments(view, body.name())));
        rounds.ofBody(body.ref()).stream()
                .limit(MOST_RECENT)
                .forEach(round -> deadlines.add(closing(round, body.name())));
        return deadlines;
    }

    /** When it closes, or when it ended. */
    private static Deadline closing(Round round, String place) {
        Instant at = round.end().map(Round.End::at).orElse(round.closesAt());
        boolean gone = round.end().filter(end -> !end.funded()).isPresent();
        return new Deadline(round.id(), Deadline.ROUND_CLOSES, round.name(), place, at, gone);
    }

    private static List<Deadline> moments(ProposalView view, String place) {
        Proposal proposal = view.proposal();
        Progress progress = proposal.progress();
        boolean gone = view.state() == ProposalState.WITHDRAWN || view.state() == ProposalState.BLOCKED;
        boolean unopened = progress.vote().isEmpty();
        List<Deadline> moments = new ArrayList<>();
        Instant opens = progress.vote().map(vote -> vote.openedAt()).orElse(proposal.opensAt());
        boolean never = unopened && (gone || view.state() == ProposalState.EXPIRED);
        moments.add(new Deadline(proposal.id(), "opens", proposal.title(), place, opens, never));
        progress.vote().ifPresent(vote -> {
            Instant closes =
                    progress.closedAt().filter(vote.closesAt()::isAfter).orElse(vote.closesAt());
            moments.add(new Deadline(proposal.id(), "closes", proposal.title(), place, closes, false));
            boolean passed = view.outcome().filter(outcome -> outcome.passed()).isPresent();
            if (view.first().isPresent()) {
                Instant from = view.first().get().secondFrom();
                moments.add(new Deadline(proposal.id(), "second", proposal.title(), place, from, gone));
            } else if (passed && proposal.paper().method().binds()) {
                Instant enacts = progress.enactedAt().orElse(vote.enactsAfter(closes));
                moments.add(new Deadline(proposal.id(), "enacts", proposal.title(), place, enacts, gone));
            }
        });
        return moments;
    }

    private static List<Deadline> sorted(List<Deadline> deadlines) {
        return deadlines.stream()
                .sorted(Comparator.comparing(Deadline::at)
                        .thenComparing(Deadline::proposal)
                        .thenComparing(Deadline::kind))
                .toList();
    }

    /** @param name what the Pool or Flood is called */
    public record OfBody(String name, List<Deadline> deadlines) {}
}
