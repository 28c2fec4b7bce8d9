package coop.pools.membership.web;

import coop.pools.identity.IdentityRefusal;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.membership.CsvRosters;
import coop.pools.membership.MembershipRefusal;
import coop.pools.membership.ReadGroups;
import coop.pools.membership.ReadInvitations;
import coop.pools.membership.StageCsv;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Sentences;
import coop.pools.platform.web.Visit;
import coop.pools.pool.domain.Pool;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.glassfish.jersey.media.multipart.FormDataMultiPart;

/** Where a Pool begins: the groups that somebody leads, lists they upload, and the Pools that wait for them. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class GroupsPages {
    private static final String TEMPLATE = "/templates/membership/groups.ftlh";

    private final Pages pages;
    private final Sentences sentences;
    private final ReadGroups groups;
    private final ReadInvitations invitations;
    private final StageCsv stageCsv;

    public GroupsPages(
            Pages pages, Sentences sentences, ReadGroups groups, ReadInvitations invitations, StageCsv stageCsv) {
        this.pages = pages;
        this.sentences = sentences;
        this.groups = groups;
        this.invitations = invitations;
        this.stageCsv = stageCsv;
    }

    @GET
    @Path("/groups")
    public Page groups(@Context Visit visit) {
        return pages.page(visit, TEMPLATE, model(visit, ""));
    }

    /** A list of people as a file, at most 8 MB; then its preview. */
    @POST
    @Path("/groups/csv")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(@Context Visit visit, @Parameter(hidden = true) FormDataMultiPart form) {
        visit.caller().require(Scope.ORGANISE);
        if (form == null) {
            throw new Refused(CommonRefusal.MALFORMED_REQUEST, Map.of("reason", "no form"));
        }
        SentFile sent = SentFile.in(form);
        try {
            StageCsv.Staged staged = stageCsv.stage(visit.caller(), idOf(visit, sent), sent.groupName(), sent.bytes());
            return Pages.seeOther(
                    GroupLinks.path(CsvRosters.NAME, staged.group().id()));
        } catch (Refused refused) {
            return pages.again(visit, TEMPLATE, model(visit, sent.groupName()), atFile(refused));
        }
    }

    /** The same form sent with another file is another list. */
    private static UUID idOf(Visit visit, SentFile sent) {
        String file = HexFormat.of().formatHex(IdSource.sha256(sent.bytes()));
        return IdSource.derivedId("upload", visit.newId(sent.formId()).toString(), sent.groupName(), file);
    }

    private static Refused atFile(Refused refused) {
        boolean ofFile =
                refused.code() == MembershipRefusal.CSV_UNREADABLE || refused.code() == MembershipRefusal.CSV_EMPTY;
        if (!ofFile) {
            return refused;
        }
        Map<String, Object> facts = new HashMap<>(refused.facts());
        facts.put("field", "file");
        return new Refused(refused.code(), facts);
    }

    private GroupsModel model(Visit visit, String typedName) {
        visit.caller().require(Scope.READ);
        List<Source> sources =
                groups.sources().stream().map(name -> source(visit, name)).toList();
        List<Waiting> waiting = invitations.waitingFor(visit.caller()).stream()
                .map(pool -> new Waiting(pool.slug(), pool.name()))
                .toList();
        return new GroupsModel(sources, waiting, typedName);
    }

    /** A source that does not answer is said to, and stands in nobody's way. */
    private Source source(Visit visit, String name) {
        String label = GroupLinks.label(name);
        try {
            List<Card> cards =
                    groups.led(visit.caller(), name).stream().map(Card::of).toList();
            return new Source(name, label, cards, "", false);
        } catch (Refused refused) {
            if (refused.code() == CommonRefusal.SIGN_IN_REQUIRED || refused.code() == CommonRefusal.SCOPE_MISSING) {
                throw refused;
            }
            boolean signIn = refused.code() == IdentityRefusal.SOURCE_SIGN_IN_NEEDED;
            return new Source(name, label, List.of(), sentences.of(refused), signIn);
        }
    }

    /** What the page shows. @param typedName of the group, where the upload form came back */
    public record GroupsModel(List<Source> sources, List<Waiting> waiting, String typedName) {}

    /**
     * A source and the groups the visitor leads there.
     *
     * @param trouble why there is nothing to show; empty when all is well
     * @param signIn whether signing in there mends it
     */
    public record Source(String name, String label, List<Card> groups, String trouble, boolean signIn) {}

    /** A group; {@code pool} is the slug of its Pool, empty where there is none. */
    public record Card(String name, int members, String href, String pool) {
        static Card of(ReadGroups.Led led) {
            String pool = led.pool().map(Pool::slug).orElse("");
            String preview = GroupLinks.path(led.group().source(), led.group().id());
            return new Card(
                    led.group().name(), led.group().members(), pool.isEmpty() ? preview : "/pools/" + pool, pool);
        }
    }

    /** A Pool that waits for the visitor's answer. */
    public record Waiting(String slug, String name) {}
}
