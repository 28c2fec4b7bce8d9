package coop.pools.notify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where people want mail, and how much. */
public interface AddressStore {
    Optional<Address> find(UUID person);

    /** The same, held until the transaction ends. */
    Optional<Address> lock(UUID person);

    /** Answers 0 when the person has an address already. */
    int insert(UUID person, String address, Instant now, String volume);

    int replace(UUID person, String address, Instant now);

    int delete(UUID person);

    int setCode(UUID person, byte[] codeHash, Instant until);

    /** Answers 1 when the code is this person's and still good; it is used up by that. */
    int verify(UUID person, byte[] codeHash, Instant now);

    /** How many confirmations were sent to an address since then, whoever asked. @param address a key that stands for it */
    long countAsked(UUID address, Instant since);

    int insertAsked(UUID id, UUID address, Instant at);

    /** Forgets those that were sent before. */
    int forgetAsked(Instant before);

    int setVolume(UUID person, String volume);

    /** The time zone of a person's mail; empty for UTC. */
    Optional<String> zone(UUID person);

    int setZone(UUID person, String zone);

    /** The volume of a verified address for a body; a null body asks for the usual one. */
    Optional<String> volumeFor(UUID person, UUID body);

    /** Those of these people who have a verified address, in no order. */
    List<UUID> reachable(List<UUID> people);

    List<BodyVolume> volumes(UUID person);

    int insertVolume(UUID person, UUID body, String volume);

    int updateVolume(UUID person, UUID body, String volume);

    int deleteVolumes(UUID person);

    /** Sets when the next digest is due unless it is known; always waits for a digest that is being made. */
    int expectDigest(UUID person, Instant at);

    List<UUID> digestsDue(Instant now, int limit);

    /** Answers 1 for whoever makes the digest. */
    int takeDigest(UUID person, Instant now);

    /** @param volume the word of a volume */
    record Address(String address, Instant givenAt, Optional<Instant> verifiedAt, String volume) {}

    /** What was chosen for one body. */
    record BodyVolume(UUID bodyId, String volume) {}
}
