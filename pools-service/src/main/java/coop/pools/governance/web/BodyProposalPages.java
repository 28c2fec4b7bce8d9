package coop.pools.governance.web;

import coop.pools.bylaws.ReadBylaws;
import coop.pools.governance.ActionSubjects;
import coop.pools.governance.Bodies;
import coop.pools.governance.Draft;
import coop.pools.governance.EditProposal;
import coop.pools.governance.GovernanceRefusal;
import coop.pools.governance.Listing;
import coop.pools.governance.ProposalView;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.ProposalState;
import coop.pools.governance.domain.VotingRule;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.RefusalCode;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.InstantText;
import coop.pools.platform.web.Markdown;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Visit;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The pages of a body's proposals: the list and the form for a new one; what Pools and Floods share. */
public final class BodyProposalPages {
    private static final String LIST = "/templates/governance/proposals.ftlh";
    private static final String NEW = "/templates/governance/new-proposal.ftlh";

    private final Pages pages;
    private final ProposalActs acts;
    private final ProposalReaders readers;
    private final ActionSubjects subjects;
    private final Actions actions;
    private final ProposalForm form;
    private final OptionRows rows;
    private final PaperForm papers;
    private final AttachedFiles files;
    private final NamedMembers named;
    private final Markdown markdown = new Markdown();

    public BodyProposalPages(
            Pages pages,
            ProposalActs acts,
            ProposalReaders readers,
            ActionSubjects subjects,
            Actions actions,
            ReadBylaws bylaws,
            AttachedFiles files) {
        this.pages = pages;
        this.acts = acts;
        this.readers = readers;
        this.subjects = subjects;
        this.actions = actions;
        this.form = new ProposalForm(bylaws);
        this.rows = new OptionRows(form, bylaws);
        this.papers = new PaperForm(rows, subjects, readers.bodies());
        this.files = files;
        this.named = new NamedMembers(readers.bodies(), subjects);
    }

    Page list(Visit visit, BodyRef.Kind kind, String slug, String after) {
        Bodies.Body body = body(kind, slug);
        BodyLink link = BodyLink.of(body);
        Listing<ProposalView> page =
                readers.proposals().of(body.ref(), Optional.ofNullable(after).map(Fields::pathId), 30);
        List<ProposalListPage.Item> items =
                page.items().stream().map(this::item).toList();
        String next =
                page.next().map(id -> link.url() + "/proposals?after=" + id).orElse("");
        boolean member = isMember(visit.caller().reader(), body.ref());
        List<ProposalListPage.Item> drafts = member && after == null
                ? acts.preparation().read().drafts(visit.caller(), body.ref()).stream()
                        .map(this::item)
                        .toList()
                : List.of();
        return pages.page(visit, LIST, new ProposalListPage(link, member, drafts, items, next));
    }

    private ProposalListPage.Item item(ProposalView view) {
        Proposal proposal = view.proposal();
        String when = view.state() == ProposalState.DISCUSSION
                ? "The vote opens on " + InstantText.of(proposal.opensAt())
                : view.state() == ProposalState.VOTING && view.vote().isPresent()
                        ? "The vote closes on "
                                + InstantText.of(view.vote().get().closesAt())
                        : (view.state() == ProposalState.DRAFT ? "Begun on " : "Proposed on ")
                                + InstantText.day(proposal.createdAt());
        return new ProposalListPage.Item(
                "/proposals/" + proposal.id(), proposal.title(), actions.line(proposal), actions.state(view), when);
    }

    /** @param chosen what the form begins with, by field; may be empty */
    Page write(Visit visit, BodyRef.Kind kind, String slug, String type, Map<String, String> chosen) {
        Bodies.Body body = body(kind, slug);
        requireMember(visit.caller(), body.ref());
        Map<String, String> typed = new HashMap<>(chosen);
        typed.put("type", type == null ? "" : type);
        return pages.page(visit, NEW, model(body, typed, fresh(body), ProposalPage.Files.NONE));
    }

    private static NewProposalPage.Writing fresh(Bodies.Body body) {
        return new NewProposalPage.Writing("", BodyLink.of(body).url() + "/proposals", "");
    }

    /** The form for a draft or a proposal in discussion. */
    Page rewrite(Visit visit, Proposal present, Map<String, String> typed) {
        return pages.page(visit, NEW, rewriting(visit.caller(), present, typed));
    }

    Page rewrite(Visit visit, Proposal present) {
        Map<String, String> typed = new HashMap<>(form.typed(present.body(), present.action()));
        typed.putAll(papers.typed(present));
        named.write(typed, people(present.body(), typed.get("type")));
        typed.put("title", present.title());
        typed.put("text", present.text());
        return rewrite(visit, present, typed);
    }

    Response again(Visit visit, Proposal present, Map<String, String> typed, Refused refused) {
        return pages.again(visit, NEW, rewriting(visit.caller(), present, typed), refused);
    }

    private NewProposalPage rewriting(Caller caller, Proposal present, Map<String, String> typed) {
        boolean draft = present.progress().preparation().draft();
        NewProposalPage.Writing writing = new NewProposalPage.Writing(
                draft ? "draft" : "discussion", "/proposals/" + present.id() + "/edit", preview(typed));
        ProposalPage.Files added = draft
                ? new ProposalPage.Files(
                        files.of(caller, present.id()), "/proposals/" + present.id() + "/edit/attachments")
                : ProposalPage.Files.NONE;
        return model(readers.bodies().read(present.body()), typed, writing, added);
    }

    /** What the form sent. */
    EditProposal.Edit edit(Proposal present, MultivaluedMap<String, String> typed) {
        Bodies.Body body = readers.bodies().read(present.body());
        MultivaluedMap<String, String> sent = named.found(present.author(), present.body(), typed);
        return new EditProposal.Edit(
                Fields.required("title", sent.getFirst("title")),
                Optional.ofNullable(sent.getFirst("text")).orElse(""),
                form.action(body, sent),
                papers.read(body, sent, present.paper().options()),
                Optional.empty());
    }

    private String preview(Map<String, String> typed) {
        return typed.containsKey("preview") ? markdown.html(typed.getOrDefault("text", "")) : "";
    }

    /** What was sent, by field; several values of one field with commas between them. */
    static Map<String, String> typed(MultivaluedMap<String, String> sent) {
        Map<String, String> typed = new HashMap<>();
        sent.forEach((field, values) -> typed.put(field, String.join(",", values)));
        return typed;
    }

    Response propose(Visit visit, BodyRef.Kind kind, String slug, MultivaluedMap<String, String> sent) {
        Bodies.Body body = body(kind, slug);
        UUID id = visit.newId(sent.getFirst("id"));
        Map<String, String> typed = typed(sent);
        if (isUnfinished(typed)) {
            requireMember(visit.caller(), body.ref());
            NewProposalPage.Writing writing =
                    new NewProposalPage.Writing("", fresh(body).action(), preview(typed));
            return Response.ok(pages.page(visit, NEW, model(body, typed, writing, ProposalPage.Files.NONE)))
                    .build();
        }
        try {
            var found = named.found(visit.caller().require(Scope.VOTE), body.ref(), sent);
            Draft draft = new Draft(
                    body.ref(),
                    Fields.required("title", found.getFirst("title")),
                    Optional.ofNullable(found.getFirst("text")).orElse(""),
                    form.action(body, found),
                    papers.read(body, found, List.of()),
                    Optional.empty());
            if (typed.containsKey("draft")) {
                Proposal kept = acts.preparation().save().save(visit.caller(), id, draft);
                return Pages.seeOther("/proposals/" + kept.id() + "/edit");
            }
            Proposal proposal = acts.propose().propose(visit.caller(), id, draft);
            return Pages.seeOther("/proposals/" + proposal.id());
        } catch (Refused refused) {
            RefusalCode.Kind why = refused.code().kind();
            if (why == RefusalCode.Kind.UNAUTHENTICATED || why == RefusalCode.Kind.FORBIDDEN) {
                throw refused;
            }
            return pages.again(visit, NEW, model(body, typed, fresh(body), ProposalPage.Files.NONE), refused);
        }
    }

    private NewProposalPage model(
            Bodies.Body body, Map<String, String> typed, NewProposalPage.Writing writing, ProposalPage.Files added) {
        BodyRef ref = body.ref();
        String asked = typed.getOrDefault("type", "");
        List<NewProposalPage.Option> joinable = options(subjects.floodsToJoin(ref));
        List<NewProposalPage.Option> joined = options(subjects.floodsJoined(ref));
        List<NewProposalPage.Option> buckets = subjects.buckets(ref).stream()
                .filter(ActionSubjects.BucketChoice::open)
                .map(NewProposalPage.Option::of)
                .toList();
        List<NewProposalPage.Type> types = types(ref, !joinable.isEmpty(), !joined.isEmpty(), !buckets.isEmpty());
        boolean mayPledge = ref.kind() == BodyRef.Kind.POOL && !joined.isEmpty();
        addPledges(types, mayPledge, !subjects.pledges(ref).isEmpty());
        addRounds(types, !subjects.rounds(ref).isEmpty());
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
                TemplateChoices.of(readers.bodies(), ref, type, typed.getOrDefault("template", "")),
                type.equals("choose") ? choosing(ref, typed) : NewProposalPage.Choosing.NOTHING,
                added);
    }

    private NewProposalPage.Choosing choosing(BodyRef ref, Map<String, String> typed) {
        boolean pool = ref.kind() == BodyRef.Kind.POOL;
        List<NewProposalPage.Option> floods = new ArrayList<>(options(subjects.floodsJoined(ref)));
        floods.addAll(options(pool ? subjects.floodsToJoin(ref) : subjects.otherFloods(ref)));
        List<NewProposalPage.Option> does = new ArrayList<>(OptionDeeds.of(ref));
        if (typed.containsValue(OptionRows.KEPT)) {
            does.add(new NewProposalPage.Option(OptionRows.KEPT, "What it says now"));
        }
        List<NewProposalPage.Option> inside = options(subjects.poolsInside(ref));
        List<NewProposalPage.Option> pools = new ArrayList<>(options(subjects.poolsOutside(ref)));
        pools.addAll(inside);
        return new NewProposalPage.Choosing(
                rows.rows(typed), does, rows.rules(ref), floods, pools, inside, options(subjects.rounds(ref)));
    }

    /** Whether the form was sent to look at it, or for more room, and not to be kept. */
    static boolean isUnfinished(Map<String, String> typed) {
        return typed.containsKey("preview") || typed.containsKey("more");
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

    private List<NewProposalPage.Option> people(BodyRef ref, String type) {
        return switch (type) {
            case "admit-pool" -> options(subjects.poolsOutside(ref));
            case "remove-pool", "split-flood" -> options(subjects.poolsInside(ref));
            case "name-steward", "elect", "choose" -> options(subjects.mayBeStewards(ref));
            case "remove-member", "name-ombud", "end-ombud" -> options(subjects.members(ref));
            case "end-steward" -> options(subjects.stewards(ref));
            default -> List.of();
        };
    }

    private List<NewProposalPage.Type> types(BodyRef ref, boolean canJoin, boolean inFlood, boolean hasBuckets) {
        List<NewProposalPage.Type> types = new ArrayList<>();
        types.add(new NewProposalPage.Type("pay", "Pay somebody", "Passed, the money goes out by itself."));
        types.add(new NewProposalPage.Type(
                "statement", "Agree on something", "A position of the group; nothing is carried out."));
        types.add(new NewProposalPage.Type(
                "choose", "Choose between options", "Pick, approve, score, share dots, rank, or find a time."));
        types.add(new NewProposalPage.Type(
                "sense-check", "Feel how people stand", "Nothing is decided by it and nothing is carried out."));
        if (ref.kind() == BodyRef.Kind.POOL) {
            types.add(new NewProposalPage.Type(
                    "elect", "Elect stewards", "Members rank the candidates; several seats are filled fairly."));
            types.add(new NewProposalPage.Type(
                    "change-rules", "Change the bylaws", "Quorum, times, and the other rules that can be set."));
        }
        if (ref.kind() == BodyRef.Kind.POOL) {
            types.add(new NewProposalPage.Type(
                    "name-steward", "Name a steward", "Stewards carry payments out; they decide nothing."));
            types.add(new NewProposalPage.Type("end-steward", "End a steward's term", "Others carry payments out."));
            types.add(new NewProposalPage.Type(
                    "choose-custody", "Choose who holds the money", "The operator, or an account of our own."));
            types.add(new NewProposalPage.Type(
                    "name-ombud", "Name an ombud", "Ombuds answer concerns about payments; they decide nothing else."));
            types.add(new NewProposalPage.Type("end-ombud", "End an ombud's term", "Others answer concerns."));
            types.add(new NewProposalPage.Type(
                    "choose-legal-form", "Take another legal form", "Another text for the agreement, the same rules."));
            types.add(new NewProposalPage.Type(
                    "wind-up", "End the Pool", "Members get their shares; what is left goes to whom you name."));
            types.add(new NewProposalPage.Type(
                    "remove-member", "Part from a member", "With reasons, time to answer, and a right to appeal."));
        }
        if (ref.kind() == BodyRef.Kind.FLOOD) {
            types.addAll(subjects.isCommons(ref) ? FloodTypes.OF_COMMONS : FloodTypes.ALL);
        }
        if (hasBuckets) {
            types.add(new NewProposalPage.Type(
                    "allocate", "Put money into a bucket", "It is kept there for that purpose."));
            types.add(new NewProposalPage.Type(
                    "close-bucket", "Close a bucket", "What is left in it can be spent for anything again."));
        }
        if (canJoin) {
            types.add(FloodTypes.join(ref.kind()));
        }
        if (inFlood) {
            types.add(new NewProposalPage.Type("fund-flood", "Put money into a Flood", "It becomes our stake there."));
            types.add(
                    new NewProposalPage.Type("leave-flood", "Leave a Flood", "What is left of our stake comes back."));
        }
        return types;
    }

    private static void addPledges(List<NewProposalPage.Type> types, boolean inFlood, boolean pledged) {
        if (inFlood) {
            types.add(new NewProposalPage.Type(
                    "pledge", "Pledge money to a Flood", "Once, or every month a share of what comes in."));
        }
        if (pledged) {
            types.add(new NewProposalPage.Type("end-pledge", "End a pledge", "It takes nothing more."));
        }
    }

    private static void addRounds(List<NewProposalPage.Type> types, boolean open) {
        types.add(new NewProposalPage.Type(
                "open-round", "Open a round", "Everybody gives the same share of a pot to the buckets they choose."));
        if (open) {
            types.add(new NewProposalPage.Type(
                    "end-round",
                    "End a round",
                    "Before its time: buckets get what they were given, or all goes back."));
        }
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
        VotingRule rule = readers.bodies().ruleFor(ref, example);
        String discussion = rule.discussHours() == 0
                ? "The vote opens at once"
                : "First it is discussed for " + InstantText.span(Duration.ofHours(rule.discussHours()));
        return discussion + ", then everybody has " + InstantText.span(Duration.ofHours(rule.voteHours()))
                + " to vote. Until the vote opens you can still change and withdraw it; nothing changes after that.";
    }

    private Bodies.Body body(BodyRef.Kind kind, String slug) {
        return readers.bodies()
                .bySlug(kind, slug)
                .map(readers.bodies()::read)
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    private boolean isMember(Optional<UUID> reader, BodyRef body) {
        return reader.filter(person -> readers.bodies().isMember(body, person)).isPresent();
    }

    private void requireMember(Caller caller, BodyRef body) {
        caller.require(Scope.VOTE);
        if (!isMember(caller.person(), body)) {
            throw new Refused(GovernanceRefusal.MEMBERS_ONLY);
        }
    }
}
