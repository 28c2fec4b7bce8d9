package coop.pools.pool.web;

import coop.pools.bylaws.AgreementHtml;
import coop.pools.bylaws.BylawsVersion;
import coop.pools.bylaws.ChangeRules;
import coop.pools.bylaws.FirstVote;
import coop.pools.bylaws.ReadBylaws;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.pool.ReadPools;
import coop.pools.pool.domain.Pool;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A Pool's agreement, for everybody: any version, as values and as text. */
@Path("/")
public final class BylawsApi {
    private final ReadPools pools;
    private final ReadBylaws bylaws;
    private final ChangeRules changes;

    public BylawsApi(ReadPools pools, ReadBylaws bylaws, ChangeRules changes) {
        this.pools = pools;
        this.bylaws = bylaws;
        this.changes = changes;
    }

    /** The version in force, or the one asked for. */
    @GET
    @Path("/api/v1/pools/{slug}/bylaws")
    @Produces(MediaType.APPLICATION_JSON)
    public Bylaws bylaws(@PathParam("slug") String slug, @QueryParam("version") String version) {
        Pool pool = pools.bySlug(slug);
        List<Waiting> waiting =
                changes.waiting(pool.id()).stream().map(Waiting::of).toList();
        return Bylaws.of(pool, version(bylaws, pool.id(), version), waiting);
    }

    /** The same text as a plain HTML document, without scripts or styles. */
    @GET
    @Path("/api/v1/pools/{slug}/bylaws.html")
    @Produces("text/html; charset=UTF-8")
    public String html(@PathParam("slug") String slug, @QueryParam("version") String version) {
        BylawsVersion asked = version(bylaws, pools.bySlug(slug).id(), version);
        return "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Bylaws</title>"
                + AgreementHtml.html(asked.text())
                + "<p>Version " + asked.version() + ", SHA-256 <code>" + asked.sha256() + "</code></p></html>\n";
    }

    /** A version by its number as it was sent; the one in force when none was. */
    static BylawsVersion version(ReadBylaws bylaws, UUID body, String sent) {
        if (sent == null) {
            return bylaws.current(body);
        }
        if (!sent.matches("[1-9][0-9]{0,8}")) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
        return bylaws.version(body, Integer.parseInt(sent));
    }

    /**
     * One version of an agreement.
     *
     * @param rules by key: whole numbers (shares in basis points, 0 for no limit) and words
     * @param text Markdown, exactly the characters that the SHA-256 is of, in UTF-8
     * @param proposal the vote that made it; missing for the first
     * @param waiting changes of entrenched rules that have passed once, the latest first; of now, whatever the version
     */
    public record Bylaws(
            String pool,
            Edition edition,
            int version,
            String sha256,
            Map<String, Object> rules,
            String text,
            Instant adoptedAt,
            Optional<UUID> proposal,
            List<Waiting> waiting) {
        static Bylaws of(Pool pool, BylawsVersion version, List<Waiting> waiting) {
            return new Bylaws(
                    pool.slug(),
                    new Edition(version.edition().form(), version.edition().edition()),
                    version.version(),
                    version.sha256(),
                    version.rules(),
                    version.text(),
                    version.adoptedAt(),
                    version.proposalId(),
                    waiting);
        }
    }

    /** A change that waits for its second vote. @param rules new values by key */
    public record Waiting(
            UUID proposal, Map<String, Object> rules, Instant passedAt, Instant secondFrom, Instant secondUntil) {
        static Waiting of(FirstVote first) {
            return new Waiting(
                    first.proposalId(), first.changes(), first.passedAt(), first.secondFrom(), first.secondUntil());
        }
    }

    /** Which published text it is. */
    public record Edition(String form, String edition) {}
}
