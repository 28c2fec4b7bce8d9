package coop.pools.notify.sql;

import coop.pools.notify.AddressStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Addresses and volumes, the same SQL on both databases. */
@RegisterConstructorMapper(AddressStore.Address.class)
@RegisterConstructorMapper(AddressStore.BodyVolume.class)
public interface SqlAddressStore extends AddressStore {
    String ADDRESS = "select address, given_at, verified_at, volume from mail_address where person_id = :person ";

    @Override
    @SqlQuery(ADDRESS)
    Optional<Address> find(UUID person);

    @Override
    @SqlQuery(ADDRESS + "for update")
    Optional<Address> lock(UUID person);

    @Override
    @SqlUpdate("""
            insert into mail_address (person_id, address, given_at, volume) values (:person, :address, :now, :volume)
            on conflict do nothing
            """)
    int insert(UUID person, String address, Instant now, String volume);

    @Override
    @SqlUpdate("""
            update mail_address set address = :address, given_at = :now, verified_at = null, code_hash = null,
                code_until = null, digest_at = null
            where person_id = :person
            """)
    int replace(UUID person, String address, Instant now);

    @Override
    @SqlUpdate("delete from mail_address where person_id = :person")
    int delete(UUID person);

    @Override
    @SqlUpdate("update mail_address set code_hash = :codeHash, code_until = :until where person_id = :person")
    int setCode(UUID person, byte[] codeHash, Instant until);

    @Override
    @SqlUpdate("""
            update mail_address set verified_at = :now, code_hash = null, code_until = null
            where person_id = :person and code_hash = :codeHash and code_until > :now
            """)
    int verify(UUID person, byte[] codeHash, Instant now);

    @Override
    @SqlQuery("select count(*) from mail_asked where address_key = :address and asked_at > :since")
    long countAsked(UUID address, Instant since);

    @Override
    @SqlUpdate("insert into mail_asked (id, address_key, asked_at) values (:id, :address, :at)")
    int insertAsked(UUID id, UUID address, Instant at);

    @Override
    @SqlUpdate("delete from mail_asked where asked_at <= :before")
    int forgetAsked(Instant before);

    @Override
    @SqlUpdate("update mail_address set volume = :volume where person_id = :person")
    int setVolume(UUID person, String volume);

    @Override
    @SqlQuery("select time_zone from mail_address where person_id = :person and time_zone is not null")
    Optional<String> zone(UUID person);

    @Override
    @SqlUpdate("update mail_address set time_zone = :zone where person_id = :person")
    int setZone(UUID person, String zone);

    @Override
    @SqlQuery("""
            select coalesce(v.volume, a.volume) from mail_address a
            left join mail_volume v on v.person_id = a.person_id and v.body_id = cast(:body as uuid)
            where a.person_id = :person and a.verified_at is not null
            """)
    Optional<String> volumeFor(UUID person, UUID body);

    @Override
    default List<UUID> reachable(List<UUID> people) {
        return people.isEmpty() ? List.of() : reachableOf(people);
    }

    @SqlQuery("select person_id from mail_address where verified_at is not null and person_id in (<people>)")
    List<UUID> reachableOf(@BindList("people") List<UUID> people);

    @Override
    @SqlQuery("select body_id, volume from mail_volume where person_id = :person")
    List<BodyVolume> volumes(UUID person);

    @Override
    @SqlUpdate("""
            insert into mail_volume (person_id, body_id, volume) values (:person, :body, :volume)
            on conflict do nothing
            """)
    int insertVolume(UUID person, UUID body, String volume);

    @Override
    @SqlUpdate("update mail_volume set volume = :volume where person_id = :person and body_id = :body")
    int updateVolume(UUID person, UUID body, String volume);

    @Override
    @SqlUpdate("delete from mail_volume where person_id = :person")
    int deleteVolumes(UUID person);

    @Override
    @SqlUpdate("update mail_address set digest_at = coalesce(digest_at, :at) where person_id = :person")
    int expectDigest(UUID person, Instant at);

    @Override
    @SqlQuery("select person_id from mail_address where digest_at <= :now order by digest_at limit :limit")
    List<UUID> digestsDue(Instant now, int limit);

    @Override
    @SqlUpdate("update mail_address set digest_at = null where person_id = :person and digest_at <= :now")
    int takeDigest(UUID person, Instant now);
}
