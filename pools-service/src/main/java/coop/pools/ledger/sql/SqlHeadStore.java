package coop.pools.ledger.sql;

import coop.pools.ledger.HeadStore;
import coop.pools.ledger.domain.PublishedHead;
import coop.pools.ledger.domain.SignedHead;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Keys and published heads, the same SQL on both databases. */
@RegisterConstructorMapper(HeadStore.KeyRow.class)
@RegisterRowMapper(PublishedMapper.class)
public interface SqlHeadStore extends HeadStore {
    String KEY = "select id, public_key, private_key, sealed, created_at, retired_at from signing_key ";
    String HEAD = "select p.book_id, p.seq, p.hash, p.booked_at, p.published_at, p.key_id, p.signature"
            + " from published_head p ";

    @Override
    @SqlUpdate("""
            insert into signing_key (id, public_key, private_key, sealed, created_at)
            values (:id, :publicKey, :privateKey, :sealed, :createdAt) on conflict do nothing
            """)
    int insertKey(@BindMethods KeyRow key);

    @Override
    @SqlUpdate("update signing_key set retired_at = :at where id <> :id and retired_at is null")
    void retireOthers(String id, Instant at);

    @Override
    @SqlQuery(KEY + "where retired_at is null order by created_at desc, id limit 1")
    Optional<KeyRow> signingKey();

    @Override
    @SqlQuery(KEY + "order by created_at desc, id")
    List<KeyRow> keys();

    @Override
    @SqlQuery("""
            select b.id from book b left join book_watch w on w.book_id = b.id
            where b.head_seq > coalesce(w.published_seq, 0)
              and (w.published_at is null or w.published_at <= :before)
            order by b.id limit :limit
            """)
    List<UUID> unpublished(Instant before, int limit);

    @Override
    @SqlUpdate("""
            insert into published_head (book_id, seq, hash, booked_at, published_at, key_id, signature)
            values (:h.book, :h.seq, :h.hash, :h.at, :at, :h.keyId, :h.signature) on conflict do nothing
            """)
    int publish(@BindMethods("h") SignedHead head, Instant at);

    @Override
    @SqlUpdate("""
            insert into book_watch (book_id, published_seq, audited_seq, audited_balances, fault)
            values (:book, 0, 0, '', '') on conflict do nothing
            """)
    void startWatch(UUID book);

    @Override
    @SqlUpdate("update book_watch set published_seq = :seq, published_at = :at where book_id = :book")
    void watchPublished(UUID book, long seq, Instant at);

    @Override
    @SqlQuery(HEAD + "where p.book_id = :book and p.seq < :belowSeq order by p.seq desc limit :limit")
    List<PublishedHead> history(UUID book, long belowSeq, int limit);

    @Override
    @SqlQuery(HEAD + "where p.book_id = :book and p.seq > :aboveSeq order by p.seq limit :limit")
    List<PublishedHead> historyAfter(UUID book, long aboveSeq, int limit);

    @Override
    @SqlQuery(HEAD + """
            join book_watch w on w.book_id = p.book_id and w.published_seq = p.seq
            where p.book_id > :afterBook order by p.book_id limit :limit
            """)
    List<PublishedHead> newest(UUID afterBook, int limit);
}
