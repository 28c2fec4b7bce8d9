package coop.pools.membership;

import coop.pools.integrations.groups.GroupRef;
import coop.pools.integrations.groups.SourceFailure;
import coop.pools.kernel.Transactions;
import coop.pools.membership.CsvUploadStore.Upload;
import coop.pools.membership.domain.RosterChunk;
import coop.pools.membership.domain.RosterRow;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rosters that a person has uploaded as CSV. */
public final class CsvRosters implements RosterSource {
    /** The word in the API. */
    public static final String NAME = "csv";

    private static final int CHUNK = 2_000;

    private final Transactions transactions;
    private final CsvUploadStore store;
    private final Clock clock;

    public CsvRosters(Transactions transactions, CsvUploadStore store, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<GroupRef> ledBy(UUID person) {
        return store.of(person, clock.instant()).stream().map(CsvRosters::ref).toList();
    }

    @Override
    public Optional<GroupRef> ledBy(UUID person, String groupId) {
        return upload(person, groupId).map(CsvRosters::ref);
    }

    @Override
    public RosterChunk read(UUID person, String groupId, Optional<String> cursor) {
        Upload upload = upload(person, groupId)
                .orElseThrow(() -> new SourceFailure(SourceFailure.Kind.REFUSED, "the upload has expired"));
        int from = cursor.map(Integer::parseInt).orElse(0);
        List<RosterRow> rows = store.rowsAfter(upload.id(), from, CHUNK);
        Optional<String> next =
                rows.size() < CHUNK ? Optional.empty() : Optional.of(Integer.toString(from + rows.size()));
        return new RosterChunk(rows, Optional.of(upload.members()), next);
    }

    /** The upload is used up: it expires at once and is deleted with the others. */
    @Override
    public void forget(UUID person, String groupId) {
        upload(person, groupId)
                .ifPresent(upload -> transactions.inTransaction(() -> store.keepUntil(upload.id(), clock.instant())));
    }

    Optional<Upload> upload(UUID person, String groupId) {
        return uploadId(groupId).flatMap(id -> store.find(id, person, clock.instant()));
    }

    private static Optional<UUID> uploadId(String groupId) {
        return groupId.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(groupId))
                : Optional.empty();
    }

    static GroupRef ref(Upload upload) {
        return new GroupRef(NAME, upload.id().toString(), upload.name(), upload.members(), Optional.empty());
    }
}
