package coop.pools.governance.web;

import coop.pools.governance.EditProposal;
import coop.pools.governance.ProposalView;
import coop.pools.governance.domain.Proposal;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.RefusalCode;
import coop.pools.kernel.Refused;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Visit;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The pages about what comes before a vote: writing, rewriting and standing behind a proposal. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class PreparationPages {
    private static final String VERSIONS = "/templates/governance/versions.ftlh";

    private final Pages pages;
    private final PreparationActs acts;
    private final ProposalReaders readers;
    private final BodyProposalPages forms;
    private final Actions actions;

    public PreparationPages(
            Pages pages, PreparationActs acts, ProposalReaders readers, BodyProposalPages forms, Actions actions) {
        this.pages = pages;
        this.acts = acts;
        this.readers = readers;
        this.forms = forms;
        this.actions = actions;
    }

    @GET
    @Path("/proposals/{id}/edit")
    public Page write(@Context Visit visit, @PathParam("id") String id) {
        Proposal present = own(visit.caller(), Fields.pathId(id)).proposal();
        return forms.rewrite(visit, present);
    }

    @POST
    @Path("/proposals/{id}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response edit(@Context Visit visit, @PathParam("id") String id, MultivaluedMap<String, String> form) {
        UUID proposal = Fields.pathId(id);
        Proposal present = own(visit.caller(), proposal).proposal();
        Map<String, String> typed = BodyProposalPages.typed(form);
        if (BodyProposalPages.isUnfinished(typed)) {
            return Response.ok(forms.rewrite(visit, present, typed)).build();
        }
        try {
            EditProposal.Edit edit = forms.edit(present, form);
            boolean draft = acts.edit()
                    .edit(visit.caller(), proposal, edit)
                    .progress()
                    .preparation()
                    .draft();
            if (draft && typed.containsKey("publish")) {
                acts.publish().publish(visit.caller(), proposal);
            }
            return Pages.seeOther("/proposals/" + id + (draft && !typed.containsKey("publish") ? "/edit" : ""));
        } catch (Refused refused) {
            if (refused.code().kind() == RefusalCode.Kind.UNAUTHENTICATED) {
                throw refused;
            }
            return forms.again(visit, present, typed, refused);
        }
    }

    /** Keeps a draft as it was sent. Empty when it is kept; otherwise the form again, with why. */
    Optional<Response> kept(Visit visit, UUID id, MultivaluedMap<String, String> sent) {
        Proposal present = own(visit.caller(), id).proposal();
        try {
            acts.edit().edit(visit.caller(), id, forms.edit(present, sent));
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(again(visit, id, sent, refused));
        }
    }

    /** Puts a draft before the members as it is kept. */
    Response published(Visit visit, UUID id, MultivaluedMap<String, String> sent) {
        try {
            acts.publish().publish(visit.caller(), id);
            return Pages.seeOther("/proposals/" + id);
        } catch (Refused refused) {
            return again(visit, id, sent, refused);
        }
    }

    Response again(Visit visit, UUID id, MultivaluedMap<String, String> sent, Refused refused) {
        return forms.again(visit, own(visit.caller(), id).proposal(), BodyProposalPages.typed(sent), refused);
    }

    /** The caller's own draft or proposal; others have nothing to edit. */
    private ProposalView own(Caller caller, UUID id) {
        ProposalView view = acts.read()
                .draft(caller, id)
                .orElseGet(() -> readers.proposals().one(id));
        if (!caller.is(view.proposal().author())) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
        return view;
    }

    @POST
    @Path("/proposals/{id}/discard")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response discard(@Context Visit visit, @PathParam("id") String id) {
        ProposalView draft = own(visit.caller(), Fields.pathId(id));
        acts.discard().discard(visit.caller(), draft.proposal().id());
        String body =
                BodyLink.of(readers.bodies().read(draft.proposal().body())).url();
        return Pages.seeOther(body + "/proposals");
    }

    @POST
    @Path("/proposals/{id}/sponsorship")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response sponsor(@Context Visit visit, @PathParam("id") String id, @FormParam("behind") String behind) {
        acts.sponsor().sponsor(visit.caller(), Fields.pathId(id), !"no".equals(behind));
        return Pages.seeOther("/proposals/" + Fields.pathId(id));
    }

    @GET
    @Path("/proposals/{id}/versions")
    public Page versions(@Context Visit visit, @PathParam("id") String id) {
        ProposalView view = readers.proposals().one(Fields.pathId(id));
        return pages.page(
                visit,
                VERSIONS,
                VersionsPage.of(
                        BodyLink.of(readers.bodies().read(view.proposal().body())),
                        view.proposal(),
                        acts.read().earlier(view.proposal().id()),
                        actions,
                        text -> ForMembers.text(readers.bodies(), visit.caller(), view.proposal(), text)));
    }
}
