package coop.pools.ledger.web;

import coop.pools.ledger.ReadBook;
import coop.pools.ledger.ReadHeads;
import coop.pools.ledger.domain.PublishedHead;
import coop.pools.platform.web.Fields;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where the newest published head of every book stands, with the keys: the address to watch and to keep copies of. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class HeadsResource {
    /** Changes when a reader of the old form would misread the new one. */
    static final String FORMAT = "pools-heads-1";

    private static final int PAGE = 200;
    private static final UUID FIRST = new UUID(0, 0);

    private final ReadHeads heads;
    private final ReadBook books;

    public HeadsResource(ReadHeads heads, ReadBook books) {
        this.heads = heads;
        this.books = books;
    }

    /** In the order of the books' ids. */
    @GET
    @Path("/.well-known/pools-heads.json")
    public HeadsJson read(@QueryParam("after") String after) {
        UUID from = after == null ? FIRST : Fields.pathId(after);
        List<PublishedHead> found = heads.newest(from, PAGE + 1);
        List<PublishedHead> shown = found.subList(0, Math.min(PAGE, found.size()));
        Optional<String> next = found.size() > PAGE
                ? Optional.of(shown.get(PAGE - 1).head().book().toString())
                : Optional.empty();
        return new HeadsJson(
                FORMAT,
                heads.keys().stream().map(KeyJson::of).toList(),
                shown.stream().map(this::book).toList(),
                next);
    }

    private BookHeadJson book(PublishedHead published) {
        return new BookHeadJson(
                books.of(published.head().book()).map(name -> name.path()).orElse(""),
                BookJson.HeadJson.of(published.head()),
                published.publishedAt());
    }

    /** Keys and heads; {@code next} goes into {@code ?after=}. */
    public record HeadsJson(String format, List<KeyJson> keys, List<BookHeadJson> heads, Optional<String> next) {}

    /**
     * A public key.
     *
     * @param publicKey X.509 SubjectPublicKeyInfo, Base64: what {@code openssl pkey -pubin -inform DER} reads
     * @param retiredAt since when it signs no more
     */
    public record KeyJson(
            String id, String algorithm, String publicKey, Instant createdAt, Optional<Instant> retiredAt) {
        static KeyJson of(ReadHeads.Key key) {
            return new KeyJson(
                    key.id(),
                    "Ed25519",
                    Base64.getEncoder().encodeToString(key.publicKey()),
                    key.createdAt(),
                    key.retiredAt());
        }
    }

    /**
     * The newest published head of one book.
     *
     * @param path of the Pool or Flood, for example {@code /pools/sunday-readers}
     */
    public record BookHeadJson(String path, BookJson.HeadJson head, Instant publishedAt) {}
}
