package coop.pools.app;

import coop.pools.ledger.BookName;
import coop.pools.ledger.BookNames;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Tells books by the tables of Pools, Floods and the operator. */
final class SqlBookNames implements BookNames {
    private final Jdbi jdbi;

    SqlBookNames(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Optional<BookName> bySlug(BookName.Kind kind, String slug) {
        return first(kind, "where slug = :wanted", slug);
    }

    @Override
    public Optional<BookName> of(UUID book) {
        return first(BookName.Kind.POOL, "where id = :wanted", book)
                .or(() -> first(BookName.Kind.FLOOD, "where id = :wanted", book))
                .or(() -> first(BookName.Kind.OPERATOR, "where id = :wanted", book));
    }

    private Optional<BookName> first(BookName.Kind kind, String where, Object wanted) {
        return jdbi.withHandle(handle -> handle.createQuery("select id, slug, name from " + kind.word() + " " + where)
                .bind("wanted", wanted)
                .map((row, context) -> new BookName(
                        row.getObject("id", UUID.class), kind, row.getString("slug"), row.getString("name")))
                .findOne());
    }
}
