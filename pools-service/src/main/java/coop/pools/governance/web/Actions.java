package coop.pools.governance.web;

import coop.pools.bylaws.FirstVote;
import coop.pools.bylaws.ReadBylaws;
import coop.pools.bylaws.domain.Rules;
import coop.pools.governance.ActionSubjects;
import coop.pools.governance.Bodies;
import coop.pools.governance.ProposalView;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BallotPaper;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.ProposalState;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.platform.web.MoneyJson;
import coop.pools.platform.web.MoneyText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Shows actions: as JSON and in words. */
public final class Actions {
    private final Bodies bodies;
    private final ActionSubjects subjects;
    private final ReadBylaws bylaws;

    public Actions(Bodies bodies, ActionSubjects subjects, ReadBylaws bylaws) {
        this.bodies = bodies;
        this.subjects = subjects;
        this.bylaws = bylaws;
    }

    public ActionJson json(Action action) {
        return action.fold(new Action.Handler<>(
                statement -> ActionJson.of(statement.type()),
                this::json,
                change -> ActionJson.of(change.type(), told -> told.rules = Optional.of(change.rules())),
                join -> flood(join, join.flood(), Optional.empty()),
                fund -> flood(fund, fund.flood(), Optional.of(fund.amount())),
                leave -> flood(leave, leave.flood(), Optional.empty()),
                allocate -> bucket(allocate, allocate.bucket(), Optional.of(allocate.amount())),
                close -> bucket(close, close.bucket(), Optional.empty()),
                custody -> ActionJson.of(custody.type(), told -> told.mode = Optional.of(custody.mode())),
                name -> person(name, name.person()),
                end -> person(end, end.person()),
                admit -> person(admit, admit.person()),
                remove -> person(remove, remove.person()),
                ombud -> person(ombud, ombud.person()),
                ended -> person(ended, ended.person()),
                stop -> ActionJson.of(stop.type()),
                form -> ActionJson.of(form.type(), told -> told.form = Optional.of(form.form())),
                this::json,
                ofFlood -> ActionJson.ofFlood(ofFlood, id -> flood(id).slug()),
                pledge -> ActionJson.ofPledge(pledge, flood(pledge.flood()).slug()),
                end -> ActionJson.of(end.type(), told -> told.pledge = Optional.of(end.pledge())),
                ActionJson::ofRound));
    }

    private static ActionJson person(Action action, UUID person) {
        return ActionJson.of(action.type(), told -> told.person = Optional.of(person));
    }

    private static ActionJson bucket(Action action, String bucket, Optional<Money> amount) {
        return ActionJson.of(action.type(), told -> {
            told.bucket = Optional.of(bucket);
            told.amount = amount.map(MoneyJson::of);
        });
    }

    private ActionJson flood(Action action, UUID flood, Optional<Money> amount) {
        return ActionJson.of(action.type(), told -> {
            told.flood = Optional.of(flood(flood).slug());
            told.floodId = Optional.of(flood);
            told.amount = amount.map(MoneyJson::of);
        });
    }

    private ActionJson json(Action.WindUp end) {
        return ActionJson.of(end.type(), told -> {
            told.payee = end.payee();
            told.payeeName = end.payee().map(this::payee);
        });
    }

    private ActionJson json(Action.Pay pay) {
        return ActionJson.of(pay.type(), told -> {
            told.payee = Optional.of(pay.payee());
            told.payeeName = subjects.payee(pay.payee()).map(ActionSubjects.Subject::name);
            told.amount = Optional.of(MoneyJson.of(pay.amount()));
            told.purpose = Optional.of(pay.purpose());
            told.bucket = pay.bucket();
        });
    }

    /** Pages about a proposal besides its own. @param member whether a member reads them */
    List<ActionSubjects.Link> links(ProposalView view, boolean member, Instant now) {
        Proposal proposal = view.proposal();
        List<ActionSubjects.Link> links = new ArrayList<>();
        floodOf(proposal.action())
                .map(this::flood)
                .ifPresent(flood -> links.add(new ActionSubjects.Link(
                        "Read more",
                        flood.name() + ": who is in it, its money, its compact",
                        "/floods/" + flood.slug())));
        joining(proposal.action()).ifPresent(links::add);
        links.addAll(subjects.links(proposal.id(), member));
        if (view.state() == ProposalState.ENACTED) {
            links.addAll(deeds(view, member));
        }
        view.first()
                .filter(begun -> view.state() == ProposalState.ENACTED)
                .map(begun -> secondVote(begun, now))
                .ifPresent(links::add);
        return List.copyOf(links);
    }

    private List<ActionSubjects.Link> deeds(ProposalView view, boolean member) {
        Proposal proposal = view.proposal();
        BodyRef body = proposal.body();
        List<Action> decided = view.outcome().map(proposal::decidedBy).orElse(List.of());
        return DeedLinks.of(decided, bodies.read(body), bylaws.madeBy(body.id(), proposal.id()), member);
    }

    /** The page of a Pool or Flood that wants to join. */
    private Optional<ActionSubjects.Link> joining(Action action) {
        if (!(action instanceof Action.FloodAction.AdmitPool admit)) {
            return Optional.empty();
        }
        String path;
        try {
            path = "/pools/" + bodies.read(BodyRef.pool(admit.pool())).slug();
        } catch (Refused noPool) {
            path = "/floods/" + flood(admit.pool()).slug();
        }
        return Optional.of(new ActionSubjects.Link("Who they are", "The page of " + name(admit.pool()), path));
    }

    /** The Flood that a Pool's vote is about, or another one that a Flood's vote is about; empty for other votes. */
    private static Optional<UUID> floodOf(Action action) {
        if (action instanceof Action.JoinFlood join) {
            return Optional.of(join.flood());
        }
        if (action instanceof Action.FundFlood fund) {
            return Optional.of(fund.flood());
        }
        if (action instanceof Action.LeaveFlood leave) {
            return Optional.of(leave.flood());
        }
        if (action instanceof Action.FloodAction.Merge merge) {
            return Optional.of(merge.into());
        }
        if (action instanceof Action.FloodAction.TakeIn take) {
            return Optional.of(take.flood());
        }
        return action instanceof Action.Pledge pledge ? Optional.of(pledge.flood()) : Optional.empty();
    }

    /** The word for its state on pages: the first of two votes has changed nothing when it has passed. */
    String state(ProposalView view) {
        boolean first =
                view.state() == ProposalState.ENACTED && view.unfollowed().isPresent();
        return first ? "first-vote" : ProposalShowing.word(view);
    }

    private ActionSubjects.Link secondVote(FirstVote first, Instant now) {
        if (first.second().isPresent()) {
            return new ActionSubjects.Link(
                    "Second vote",
                    "It made the change",
                    "/proposals/" + first.second().get());
        }
        return new ActionSubjects.Link("Second vote", SecondVoteWords.when(first, now), rulesOf(first.bodyId()));
    }

    /** The page of the rules of a Pool or Flood. */
    private String rulesOf(UUID body) {
        try {
            return "/pools/" + bodies.read(BodyRef.pool(body)).slug() + "/bylaws";
        } catch (Refused noPool) {
            return "/floods/" + flood(body).slug() + "/compact";
        }
    }

    /** What an action means in numbers, beside the vote on it. */
    Optional<ActionSubjects.Numbers> numbers(UUID proposal, BodyRef body, Action action) {
        return subjects.numbers(proposal, body, action);
    }

    /** What a proposal asks in one line: what it does, or what there is to choose. */
    public String line(Proposal proposal) {
        BallotPaper paper = proposal.paper();
        int options = paper.options().size();
        return switch (paper.method()) {
            case AGREE -> line(proposal.body(), proposal.action());
            case SENSE_CHECK -> "Say how you feel about it; nothing is decided";
            case MEETING_TIME -> "Find a time that suits; nothing is carried out";
            case ELECTION -> "Elect " + paper.seats() + " of " + options;
            default -> "Choose between " + options + " options" + (does(proposal) ? "" : "; nothing is carried out");
        };
    }

    /** Whether anything is carried out when it passes. */
    static boolean does(Proposal proposal) {
        return proposal.actions().stream().anyMatch(action -> !(action instanceof Action.Statement));
    }

    /** One line, for example {@code Pay €120.00 to Ana}. */
    public String line(BodyRef body, Action action) {
        return action.fold(new Action.Handler<>(
                statement -> "Take a position; nothing is carried out",
                pay -> "Pay " + MoneyText.of(pay.amount()) + " to " + payee(pay.payee()),
                change -> change.rules().size() == 1
                        ? "Change one rule of the bylaws"
                        : "Change " + change.rules().size() + " rules of the bylaws",
                join -> "Join the Flood " + flood(join.flood()).name(),
                fund -> "Put " + MoneyText.of(fund.amount()) + " into the Flood "
                        + flood(fund.flood()).name(),
                leave -> "Leave the Flood " + flood(leave.flood()).name(),
                allocate -> "Put " + MoneyText.of(allocate.amount()) + " into the bucket "
                        + bucket(body).apply(allocate.bucket()),
                close -> "Close the bucket " + bucket(body).apply(close.bucket()),
                custody -> custody.mode().equals("own")
                        ? "Hold the money on an account of our own"
                        : "Have the money held by the operator",
                name -> "Name a steward",
                end -> "End a steward's term",
                admit -> "Admit a new member",
                remove -> "Part from a member",
                ombud -> "Name an ombud",
                ended -> "End an ombud's term",
                stop -> "Stop a payment that has passed",
                form -> "Take another legal form: " + LegalForms.name(form.form()),
                end -> "End the Pool",
                ofFlood -> FloodWords.line(ofFlood, this::name),
                pledge -> "Pledge " + pledged(pledge) + " to the Flood "
                        + flood(pledge.flood()).name(),
                end -> "End a pledge",
                round -> RoundWords.line(round.order())));
    }

    /** What exactly is decided, for a list of facts; empty for a statement. */
    public List<Fact> facts(BodyRef body, Action action) {
        return action.fold(new Action.Handler<>(
                statement -> List.<Fact>of(),
                pay -> List.of(
                        new Fact("Pay", MoneyText.of(pay.amount())),
                        new Fact("To", payee(pay.payee())),
                        new Fact("For", pay.purpose()),
                        new Fact("From", pay.bucket().map(bucket(body)).orElse("What is in no bucket"))),
                change -> rules(body, change.rules()),
                join -> List.of(new Fact("Join", flood(join.flood()).name())),
                fund -> List.of(
                        new Fact("Put in", MoneyText.of(fund.amount())),
                        new Fact("Flood", flood(fund.flood()).name())),
                leave -> List.of(
                        new Fact("Leave", flood(leave.flood()).name()),
                        new Fact("Money", "What is left of our stake comes back with us")),
                allocate -> List.of(
                        new Fact("Put in", MoneyText.of(allocate.amount())),
                        new Fact("Bucket", bucket(body).apply(allocate.bucket()))),
                close -> List.of(
                        new Fact("Close", bucket(body).apply(close.bucket())),
                        new Fact("Money", "What is left in it can be spent for anything again")),
                custody -> custody.mode().equals("own")
                        ? List.of(
                                new Fact("Who holds the money", "The Pool, on an account of its own"),
                                new Fact("Payments", "One steward sends, another one checks; the members decide"))
                        : List.of(new Fact("Who holds the money", "The operator, as fiscal host")),
                name -> List.of(new Fact("Steward", subjects.person(name.person()))),
                end -> List.of(new Fact("Steward until then", subjects.person(end.person()))),
                admit -> List.of(new Fact("Then", "They are a member at once, with one vote like everybody")),
                remove -> List.of(
                        new Fact("Before the vote", "The person has time to answer, and does not vote"),
                        new Fact("After it", "The person can appeal before it is carried out"),
                        new Fact("Money", "As for everybody who leaves")),
                ombud -> List.of(new Fact("Ombud", subjects.person(ombud.person()))),
                ended -> List.of(new Fact("Ombud until then", subjects.person(ended.person()))),
                stop -> List.of(
                        new Fact("If it passes", "The payment is not carried out"),
                        new Fact("If not", "The payment goes on")),
                form -> List.of(
                        new Fact("Legal form", LegalForms.name(form.form())),
                        new Fact("The agreement", "That form's text, with our rules as they are"),
                        new Fact("What stays", "The books, the members and their votes; nothing is filed by it")),
                end -> List.of(
                        new Fact("First", "Nothing is taken in any more; payments that have passed are made"),
                        new Fact("Then", "Every member gets what leaving would give (article 17)"),
                        new Fact(
                                "Who gets what is left",
                                end.payee().map(this::payee).orElse("A later vote says it")),
                        new Fact("Fractions of a cent", "Go with what is left"),
                        new Fact("At last", "The Pool has ended when nothing is left; its book stays")),
                ofFlood -> floodFacts(body, ofFlood),
                pledge -> pledgeFacts(pledge),
                end -> List.of(
                        new Fact("Pledge", subjects.pledge(end.pledge())),
                        new Fact("From then on", "It takes nothing more; what it has taken stays in the Flood")),
                round -> RoundWords.facts(round.order(), bucket(body), subjects::round)));
    }

    private List<Fact> floodFacts(BodyRef body, Action.FloodAction action) {
        return action instanceof Action.FloodAction.ChangeCompact change
                ? rules(body, change.rules())
                : FloodWords.facts(action, this::name);
    }

    /** A Pool, or a Flood that belongs to another one as a Pool does. */
    private String name(UUID id) {
        try {
            return bodies.read(BodyRef.pool(id)).name();
        } catch (Refused noPool) {
            return flood(id).name();
        }
    }

    private static String pledged(Action.Pledge pledge) {
        return pledge.isMonthly()
                ? ProposalForm.share(pledge.basisPoints()) + "% of what comes in, at most "
                        + MoneyText.of(pledge.amount()) + " a month,"
                : MoneyText.of(pledge.amount());
    }

    private List<Fact> pledgeFacts(Action.Pledge pledge) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Flood", flood(pledge.flood()).name()));
        if (pledge.isMonthly()) {
            facts.add(new Fact(
                    "Every month", ProposalForm.share(pledge.basisPoints()) + "% of what came in, when it is over"));
            facts.add(new Fact("At most", MoneyText.of(pledge.amount()) + " a month"));
            facts.add(new Fact(
                    "In all",
                    pledge.most().map(most -> "At most " + MoneyText.of(most)).orElse("No limit")));
        } else {
            facts.add(new Fact("Once", MoneyText.of(pledge.amount()) + ", as soon as we have it free"));
        }
        facts.add(new Fact("Bounded by", "What the compact lets pledges take in a year, and what we have free"));
        facts.add(new Fact("Until", "We end it by a vote, or leave the Flood"));
        return facts;
    }

    private Function<String, String> bucket(BodyRef body) {
        return slug -> subjects.buckets(body).stream()
                .filter(choice -> choice.slug().equals(slug))
                .findFirst()
                .map(ActionSubjects.BucketChoice::name)
                .orElse(slug);
    }

    /** New values in the bylaws' words; rules that are no longer known stand as they were proposed. */
    private List<Fact> rules(BodyRef body, Map<String, Object> changes) {
        try {
            Rules after = bylaws.rules(body.id()).with(changes);
            List<Fact> facts = new ArrayList<>();
            after.lines().stream()
                    .filter(line -> changes.containsKey(line.key()))
                    .map(line -> new Fact(line.label(), "becomes " + line.inWords()))
                    .forEach(facts::add);
            if (after.entrench(changes.keySet())) {
                facts.add(new Fact(
                        "Two votes",
                        "It is entrenched: two votes, some weeks apart, have to agree (article "
                                + (body.kind() == BodyRef.Kind.POOL ? "29" : "F13") + ")"));
            }
            return List.copyOf(facts);
        } catch (Refused refused) {
            return changes.entrySet().stream()
                    .map(change -> new Fact(change.getKey(), "becomes " + change.getValue()))
                    .toList();
        }
    }

    private String payee(UUID id) {
        return subjects.payee(id).map(ActionSubjects.Subject::name).orElse("somebody who is not known here any more");
    }

    private Bodies.Body flood(UUID id) {
        return bodies.read(BodyRef.flood(id));
    }

    /** One line of a list of facts. */
    public record Fact(String label, String text) {}
}
