package coop.pools.governance.web;

import coop.pools.bylaws.ReadBylaws;
import coop.pools.governance.ActionSubjects;
import coop.pools.governance.Bodies;
import coop.pools.governance.Draft;
import coop.pools.governance.EditProposal;
import coop.pools.governance.GovernanceRefusal;
import coop.pools.governance.Listing;
import coop.pools.governance.ProposalView;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.ProposalState;
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
    private final Actions actions;
    private final ProposalForm form;
    private final WritingShowing writings;
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
        this.actions = actions;
        this.form = new ProposalForm(bylaws);
        OptionRows rows = new OptionRows(form, bylaws);
        this.writings = new WritingShowing(readers.bodies(), subjects, form, rows);
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
                ? proposal.progress().preparation().isSponsored()
                        ? "The vote opens on " + InstantText.of(proposal.opensAt())
                        : VoteLine.waits(proposal.lapsesAt())
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
        return pages.page(visit, NEW, writings.page(body, typed, fresh(body), ProposalPage.Files.NONE));
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
        named.write(typed, writings.people(present.body(), typed.get("type")));
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
        return writings.page(readers.bodies().read(present.body()), typed, writing, added);
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
            return Response.ok(pages.page(visit, NEW, writings.page(body, typed, writing, ProposalPage.Files.NONE)))
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
            return pages.again(visit, NEW, writings.page(body, typed, fresh(body), ProposalPage.Files.NONE), refused);
        }
    }

    /** Whether the form was sent to look at it, or for more room, and not to be kept. */
    static boolean isUnfinished(Map<String, String> typed) {
        return typed.containsKey("preview") || typed.containsKey("more");
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
