package coop.pools.pool.web;

import coop.pools.bylaws.AgreementHtml;
import coop.pools.bylaws.BylawsVersion;
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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A Pool's agreement, for everybody: any version, as values and as text. */
@Path("/")
public final class BylawsApi {
    private final ReadPools pools;
    private final ReadBylaws bylaws;

    public BylawsApi(ReadPools pools, ReadBylaws bylaws) {
        this.pools = pools;
        this.bylaws = bylaws;
    }

    /** The version in force, or the one asked for. */
    @GET
    @Path("/api/v1/pools/{slug}/bylaws")
    @Produces(MediaType.APPLICATION_JSON)
    public Bylaws bylaws(@PathParam("slug") String slug, @QueryParam("version") String version) {
        Pool pool = pools.bySlug(slug);
        return Bylaws.of(pool, version(bylaws, pool.id(), version));
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
     */
    public record Bylaws(
            String pool,
            Edition edition,
            int version,
            String sha256,
            Map<String, Object> rules,
            String text,
            Instant adoptedAt,
            Optional<UUID> proposal) {
        static Bylaws of(Pool pool, BylawsVersion version) {
            return new Bylaws(
                    pool.slug(),
                    new Edition(version.edition().form(), version.edition().edition()),
                    version.version(),
                    version.sha256(),
                    version.rules(),
                    version.text(),
                    version.adoptedAt(),
                    version.proposalId());
        }
    }

    /** Which published text it is. */
    public record Edition(String form, String edition) {}
}
