package coop.pools.membership;

import coop.pools.identity.IdentityRefusal;
import coop.pools.integrations.groups.GroupRef;
import coop.pools.integrations.groups.SourceFailure;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.membership.domain.RosterChunk;
import coop.pools.membership.domain.RosterRow;
import coop.pools.pool.ReadPools;
import coop.pools.pool.domain.Pool;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The groups that the caller leads, and what would be kept of them. Asks over the network; stores nothing. */
public final class ReadGroups {
    private static final int PREVIEWED = 50;
    private static final Duration OTHERWISE_RETRY = Duration.ofSeconds(30);

    private final RosterSources sources;
    private final CsvUploadStore uploads;
    private final ReadPools pools;
    private final Clock clock;

    public ReadGroups(RosterSources sources, CsvUploadStore uploads, ReadPools pools, Clock clock) {
        this.sources = sources;
        this.uploads = uploads;
        this.pools = pools;
        this.clock = clock;
    }

    /** The words of the sources that are switched on, {@code csv} last. */
    public List<String> sources() {
        return sources.names();
    }

    /**
     * The groups that the caller leads at a source, by name.
     *
     * @throws Refused {@link MembershipRefusal#UNKNOWN_SOURCE}, SOURCE_SIGN_IN_NEEDED, PROVIDER_UNREACHABLE,
     *     {@link MembershipRefusal#SOURCE_RATE_LIMITED} or {@link MembershipRefusal#SOURCE_UNAVAILABLE}
     */
    public List<Led> led(Caller caller, String source) {
        UUID person = caller.require(Scope.READ);
        RosterSource rosters = sources.get(source);
        return answered(source, () -> rosters.ledBy(person)).stream()
                .map(group -> new Led(group, pools.byGroup(source, group.id())))
                .toList();
    }

    /**
     * One group, which the source itself says the caller leads.
     *
     * @throws Refused as {@link #led(Caller, String)}, and {@link MembershipRefusal#GROUP_NOT_LED}
     */
    public GroupRef ledGroup(Caller caller, String source, String groupId) {
        UUID person = caller.require(Scope.ORGANISE);
        RosterSource rosters = sources.get(source);
        return answered(source, () -> rosters.ledBy(person, groupId)).orElseThrow(() -> notLed(source));
    }

    /** What founding would keep of a group's people; refused as {@link #ledGroup}. */
    public Preview preview(Caller caller, String source, String groupId) {
        UUID person = caller.require(Scope.ORGANISE);
        GroupRef group = ledGroup(caller, source, groupId);
        RosterChunk chunk = answered(source, () -> sources.get(source).read(person, groupId, Optional.empty()));
        List<RosterRow> first = chunk.rows().stream().limit(PREVIEWED).toList();
        int total = chunk.total().orElse(group.members());
        if (!source.equals(CsvRosters.NAME)) {
            return new Preview(group, first, total, "", List.of());
        }
        UUID upload = UUID.fromString(group.id());
        String columns = uploads.find(upload, person, clock.instant())
                .map(CsvUploadStore.Upload::columns)
                .orElse("");
        return new Preview(group, first, total, columns, uploads.notes(upload));
    }

    private <T> T answered(String source, Supplier<T> question) {
        try {
            return question.get();
        } catch (SourceFailure failure) {
            throw refused(source, failure);
        }
    }

    private Refused refused(String source, SourceFailure failure) {
        long seconds = failure.retryAt()
                .map(at -> Duration.between(clock.instant(), at).toSeconds() + 1)
                .map(wait -> Math.max(1, wait))
                .orElse(OTHERWISE_RETRY.toSeconds());
        Map<String, Object> facts = Map.of("source", source, "provider", source, "retryAfterSeconds", seconds);
        return switch (failure.kind()) {
            case TOKEN_REFUSED -> new Refused(IdentityRefusal.SOURCE_SIGN_IN_NEEDED, Map.of("provider", source));
            case RATE_LIMITED -> new Refused(MembershipRefusal.SOURCE_RATE_LIMITED, facts);
            case UNAVAILABLE -> new Refused(MembershipRefusal.SOURCE_UNAVAILABLE, facts);
            case REFUSED -> new Refused(MembershipRefusal.SOURCE_REFUSED, Map.of("source", source));
        };
    }

    /** An upload of someone else's is not there at all; a group of someone else's is not the caller's to found with. */
    private static Refused notLed(String source) {
        return source.equals(CsvRosters.NAME)
                ? new Refused(CommonRefusal.NOT_FOUND)
                : new Refused(MembershipRefusal.GROUP_NOT_LED, Map.of("source", source));
    }

    /** A group and its Pool, where there is one. */
    public record Led(GroupRef group, Optional<Pool> pool) {}

    /**
     * What would be kept.
     *
     * @param first at most fifty people, in the source's order
     * @param total how many there are, by the source's own count
     * @param columns of a CSV file: which was read as what, in words; empty for other sources
     * @param notes on the lines of a CSV file; empty for other sources
     */
    public record Preview(
            GroupRef group, List<RosterRow> first, int total, String columns, List<CsvUploadStore.Note> notes) {}
}
