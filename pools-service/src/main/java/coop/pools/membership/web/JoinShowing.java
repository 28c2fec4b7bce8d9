package coop.pools.membership.web;

import coop.pools.bylaws.AgreementHtml;
import coop.pools.bylaws.BylawsVersion;
import coop.pools.bylaws.ReadBylaws;
import coop.pools.bylaws.domain.RuleKey;
import coop.pools.bylaws.web.RulesInShort;
import coop.pools.kernel.Refused;
import coop.pools.membership.JoinPool;
import coop.pools.membership.MembershipRefusal;
import coop.pools.membership.ReadMembers;
import coop.pools.membership.ReadRequest;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.InstantText;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Sentences;
import coop.pools.platform.web.Visit;
import coop.pools.pool.domain.Pool;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** The page on which somebody reads the bylaws and says yes to them, and what comes of the yes. */
public final class JoinShowing {
    private static final String TEMPLATE = "/templates/membership/join.ftlh";

    private final Pages pages;
    private final Sentences sentences;
    private final ReadBylaws bylaws;
    private final ReadMembers members;
    private final ReadRequest requests;
    private final JoinPool joinPool;

    public JoinShowing(Pages pages, Sentences sentences, ReadBylaws bylaws, Asking asking, JoinPool joinPool) {
        this.pages = pages;
        this.sentences = sentences;
        this.bylaws = bylaws;
        this.members = asking.members();
        this.requests = asking.requests();
        this.joinPool = joinPool;
    }

    /** Who is a member and who wants to be. */
    public record Asking(ReadMembers members, ReadRequest requests) {}

    boolean isMember(Visit visit, Pool pool) {
        return visit.caller()
                .person()
                .filter(person -> members.isMember(pool.id(), person))
                .isPresent();
    }

    Page page(Visit visit, Pool pool, Way way) {
        return pages.page(visit, TEMPLATE, model(visit, pool, way));
    }

    /** Joins by the yes of a form; the form again, with the text in force, when the yes does not count. */
    Response join(Visit visit, Pool pool, Way way, Optional<String> invitation, Consent sent) {
        if (!visit.signedIn()) {
            return Pages.seeOther("/sign-in?returnTo=" + way.path());
        }
        try {
            if (sent.accept() == null) {
                throw new Refused(MembershipRefusal.BYLAWS_NOT_ACCEPTED, Map.of("field", "accept"));
            }
            String sha256 = Fields.text("sha256", sent.sha256(), 64);
            joinPool.join(visit.caller(), pool.id(), new JoinPool.Yes(Optional.of(sha256), invitation));
            return Pages.seeOther("/pools/" + pool.slug() + "?said=joined");
        } catch (Refused refused) {
            if (refused.code() == MembershipRefusal.INVITATION_GONE) {
                throw refused;
            }
            return pages.again(visit, TEMPLATE, model(visit, pool, way), refused);
        }
    }

    /** Asks the members by the yes of a form; the form again when the yes does not count. */
    Response ask(
            Visit visit,
            Pool pool,
            Way way,
            MultivaluedMap<String, String> form,
            BiFunction<String, String, UUID> ask) {
        if (!visit.signedIn()) {
            return Pages.seeOther("/sign-in?returnTo=" + way.path());
        }
        try {
            if (form.getFirst("accept") == null) {
                throw new Refused(MembershipRefusal.BYLAWS_NOT_ACCEPTED, Map.of("field", "accept"));
            }
            String sha256 = Fields.text("sha256", form.getFirst("sha256"), 64);
            String why = Optional.ofNullable(form.getFirst("text")).orElse("");
            return Pages.seeOther("/proposals/" + ask.apply(sha256, why));
        } catch (Refused refused) {
            return pages.again(visit, TEMPLATE, model(visit, pool, way), refused);
        }
    }

    private JoinModel model(Visit visit, Pool pool, Way way) {
        BylawsVersion version = bylaws.current(pool.id());
        String form = version.edition().form();
        return new JoinModel(
                pool.slug(),
                pool.name(),
                members.count(pool.id()),
                way,
                sentences.filled("bylaws.form." + form, form, Map.of()),
                version.facts().custodian(),
                version.version(),
                InstantText.day(version.adoptedAt()),
                version.sha256(),
                AgreementHtml.html(version.text()),
                RulesInShort.sentences(bylaws.rules(version)),
                bylaws.rules(version).word(RuleKey.ADMISSION),
                requests.of(visit.caller(), pool.id()).map(JoinShowing::request));
    }

    private static Asked request(ReadRequest.Request request) {
        return new Asked("/proposals/" + request.proposal(), InstantText.day(request.askedAt()), request.runs());
    }

    /**
     * The visitor's own request.
     *
     * @param path of the proposal
     * @param runs whether the members have still to decide; if not, they have said no
     */
    public record Asked(String path, String at, boolean runs) {}

    /**
     * How somebody has come to the page.
     *
     * @param path of the page, to come back to after signing in
     * @param action where the form goes
     * @param inviter who made the link they came by; empty without one
     * @param waiting whether a roster's invitation waits for them, which can be declined
     */
    public record Way(String path, String action, String inviter, boolean waiting) {}

    /** The form as it was sent; both may be null. */
    record Consent(String accept, String sha256) {}

    /**
     * What the page shows.
     *
     * @param heldBy who holds the money, as the bylaws say
     * @param admission open, sponsor or vote
     * @param request by which the visitor waits to be let in
     */
    public record JoinModel(
            String slug,
            String poolName,
            long members,
            Way way,
            String form,
            String heldBy,
            int version,
            String adopted,
            String sha256,
            String html,
            List<String> rules,
            String admission,
            Optional<Asked> request) {}
}
