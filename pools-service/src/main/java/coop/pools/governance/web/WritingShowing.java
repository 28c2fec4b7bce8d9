package coop.pools.governance.web;

import coop.pools.governance.ActionSubjects;
import coop.pools.governance.Bodies;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.VotingRule;
import coop.pools.platform.web.InstantText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts together the form on which a proposal is written: what there is to choose from, and how it is decided. */
final class WritingShowing {
    private final Bodies bodies;
    private final ActionSubjects subjects;
    private final ProposalForm form;
    private final OptionRows rows;

    WritingShowing(Bodies bodies, ActionSubjects subjects, ProposalForm form, OptionRows rows) {
        this.bodies = bodies;
        this.subjects = subjects;
        this.form = form;
        this.rows = rows;
    }

    NewProposalPage page(
            Bodies.Body body, Map<String, String> typed, NewProposalPage.Writing writing, ProposalPage.Files added) {
        BodyRef ref = body.ref();
        String asked = typed.getOrDefault("type", "");
        boolean commons = subjects.isCommons(ref);
        List<NewProposalPage.Option> joinable = commons ? List.of() : options(subjects.floodsToJoin(ref));
        List<NewProposalPage.Option> joined = options(subjects.floodsJoined(ref));
        List<NewProposalPage.Option> buckets = subjects.buckets(ref).stream()
                .filter(ActionSubjects.BucketChoice::open)
                .map(NewProposalPage.Option::of)
                .toList();
        List<NewProposalPage.Type> types = ProposalTypes.of(
                ref,
                new ProposalTypes.Has(
                        !joinable.isEmpty(),
                        !joined.isEmpty(),
                        !buckets.isEmpty(),
                        !subjects.pledges(ref).isEmpty(),
                        !subjects.rounds(ref).isEmpty(),
                        commons,
                        subjects.electsStewards(ref)));
        boolean known = types.stream().anyMatch(type -> type.value().equals(asked));
        String type = known ? asked : "";
        return new NewProposalPage(
                BodyLink.of(body),
                types,
                type,
                typed,
                body.currency(),
                options(subjects.payees(ref)),
                floods(ref, type, joinable, joined),
                buckets,
                people(ref, type),
                type.equals("change-rules") || type.equals("change-compact") ? form.settings(ref, typed) : List.of(),
                writing,
                process(ref, type),
                places(ref, type),
                TemplateChoices.of(bodies, ref, type, typed.getOrDefault("template", "")),
                subjects.paysByHand(ref),
                type.equals("choose") ? choosing(ref, typed) : NewProposalPage.Choosing.NOTHING,
                added);
    }

    private NewProposalPage.Choosing choosing(BodyRef ref, Map<String, String> typed) {
        boolean pool = ref.kind() == BodyRef.Kind.POOL;
        List<NewProposalPage.Option> floods = new ArrayList<>(options(subjects.floodsJoined(ref)));
        floods.addAll(options(pool ? subjects.floodsToJoin(ref) : subjects.otherFloods(ref)));
        List<NewProposalPage.Option> does = new ArrayList<>(OptionDeeds.of(ref));
        if (!subjects.electsStewards(ref)) {
            does.removeIf(deed -> deed.value().endsWith("-steward"));
        }
        if (typed.containsValue(OptionRows.KEPT)) {
            does.add(new NewProposalPage.Option(OptionRows.KEPT, "What it says now"));
        }
        List<NewProposalPage.Option> inside = options(subjects.poolsInside(ref));
        List<NewProposalPage.Option> pools = new ArrayList<>(options(subjects.poolsOutside(ref)));
        pools.addAll(inside);
        return new NewProposalPage.Choosing(
                rows.rows(typed), does, rows.rules(ref), floods, pools, inside, options(subjects.rounds(ref)));
    }

    private List<NewProposalPage.Option> floods(
            BodyRef ref, String type, List<NewProposalPage.Option> joinable, List<NewProposalPage.Option> joined) {
        return switch (type) {
            case "join-flood" -> joinable;
            case "end-pledge" -> options(subjects.pledges(ref));
            case "end-round" -> options(subjects.rounds(ref));
            case "merge-flood", "take-in-flood" -> options(subjects.otherFloods(ref));
            default -> joined;
        };
    }

    /** Whom, or which Pools, a proposal of this type can be about. */
    List<NewProposalPage.Option> people(BodyRef ref, String type) {
        return switch (type) {
            case "admit-pool" -> options(subjects.poolsOutside(ref));
            case "remove-pool", "split-flood" -> options(subjects.poolsInside(ref));
            case "name-steward", "elect", "choose" -> options(subjects.mayBeStewards(ref));
            case "remove-member", "name-ombud", "end-ombud" -> options(subjects.members(ref));
            case "end-steward" -> options(subjects.stewards(ref));
            default -> List.of();
        };
    }

    private static List<NewProposalPage.Option> options(List<ActionSubjects.Subject> subjects) {
        return subjects.stream().map(NewProposalPage.Option::of).toList();
    }

    private String process(BodyRef ref, String type) {
        if (type.isEmpty()) {
            return "";
        }
        Action example = switch (type) {
            case "change-rules", "choose-custody" -> new Action.ChangeRules(Map.of());
            case "remove-member" -> new Action.RemoveMember(ref.id());
            case "remove-pool" -> new Action.FloodAction.RemovePool(ref.id());
            case "change-compact" -> new Action.FloodAction.ChangeCompact(Map.of());
            case "join-flood" -> new Action.JoinFlood(ref.id());
            case "dissolve", "merge-flood", "split-flood" -> new Action.FloodAction.Dissolve();
            default -> new Action.Statement();
        };
        VotingRule rule = bodies.ruleFor(ref, example);
        String discussion = rule.discussHours() == 0
                ? "The vote opens at once"
                : "First it is discussed for " + InstantText.span(Duration.ofHours(rule.discussHours()));
        return discussion + ", then everybody has " + InstantText.span(Duration.ofHours(rule.voteHours()))
                + " to vote. Until the vote opens you can still change and withdraw it; nothing changes after that.";
    }

    /** How many stewards there can be, where it is about that. */
    private String places(BodyRef ref, String type) {
        if (!type.equals("elect") && !type.equals("name-steward")) {
            return "";
        }
        ActionSubjects.Places places = subjects.stewardPlaces(ref);
        return "There are at most " + places.most() + " stewards; " + places.open()
                + " of the places can be filled now, as nobody has them or their term ends within three months.";
    }
}
