package coop.pools.membership.web;

import coop.pools.identity.IdentityRefusal;
import coop.pools.integrations.groups.GroupRef;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.membership.CsvUploadStore.Note;
import coop.pools.membership.ReadGroups;
import coop.pools.membership.StageCsv;
import coop.pools.membership.domain.RosterRow;
import coop.pools.platform.web.Visit;
import coop.pools.pool.domain.Pool;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glassfish.jersey.media.multipart.FormDataMultiPart;

/** The groups that the caller leads, and lists uploaded as CSV. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class GroupsApi {
    private static final int ROWS_SHOWN = 50;

    private final ReadGroups groups;
    private final StageCsv stageCsv;
    private final IdSource ids;

    public GroupsApi(ReadGroups groups, StageCsv stageCsv, IdSource ids) {
        this.groups = groups;
        this.stageCsv = stageCsv;
        this.ids = ids;
    }

    /** By name, at most 500 of a source. Without {@code source}: of all sources that the caller has signed in with. */
    @GET
    @Path("/api/v1/groups")
    public Groups groups(@Context Visit visit, @QueryParam("source") String source) {
        visit.caller().require(Scope.READ);
        if (source != null) {
            return new Groups(
                    groups.led(visit.caller(), source).stream().map(Group::of).toList());
        }
        List<Group> all = new ArrayList<>();
        for (String name : groups.sources()) {
            try {
                groups.led(visit.caller(), name).forEach(led -> all.add(Group.of(led)));
            } catch (Refused refused) {
                if (refused.code() != IdentityRefusal.SOURCE_SIGN_IN_NEEDED) {
                    throw refused;
                }
            }
        }
        return new Groups(all);
    }

    /** A form with a {@code file} of at most 8 MB and, if wanted, the group's {@code name}. Kept for a day. */
    @POST
    @Path("/api/v1/groups/csv")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Uploaded upload(@Context Visit visit, @Parameter(hidden = true) FormDataMultiPart form) {
        visit.caller().require(Scope.ORGANISE);
        if (form == null) {
            throw new Refused(CommonRefusal.MALFORMED_REQUEST, Map.of("reason", "no form"));
        }
        SentFile sent = SentFile.in(form);
        StageCsv.Staged staged = stageCsv.stage(visit.caller(), visit.newId(ids), sent.groupName(), sent.bytes());
        return Uploaded.of(staged);
    }

    /** Groups of the caller. */
    public record Groups(List<Group> items) {}

    /** A group; {@code pool} is the slug of its Pool, where there is one. */
    public record Group(
            String source, String id, String name, int members, Optional<String> url, Optional<String> pool) {
        static Group of(ReadGroups.Led led) {
            GroupRef group = led.group();
            return new Group(
                    group.source(),
                    group.id(),
                    group.name(),
                    group.members(),
                    group.url(),
                    led.pool().map(Pool::slug));
        }
    }

    /**
     * What was read of a file.
     *
     * @param read the first fifty people
     * @param skipped rows left out, by line
     * @param notes rows kept although something in them could not be used
     */
    public record Uploaded(
            String source,
            String groupId,
            String id,
            String name,
            int members,
            List<Row> read,
            List<Line> skipped,
            List<Line> notes) {
        static Uploaded of(StageCsv.Staged staged) {
            GroupRef group = staged.group();
            return new Uploaded(
                    group.source(),
                    group.id(),
                    group.id(),
                    group.name(),
                    group.members(),
                    staged.rows().stream().limit(ROWS_SHOWN).map(Row::of).toList(),
                    lines(staged.notes(), true),
                    lines(staged.notes(), false));
        }

        private static List<Line> lines(List<Note> notes, boolean skipped) {
            return notes.stream()
                    .filter(note -> note.skipped() == skipped)
                    .map(note -> new Line(note.line(), note.reason(), note.text()))
                    .toList();
        }
    }

    /** A person in the file. */
    public record Row(String name, Optional<String> email, String role) {
        static Row of(RosterRow row) {
            return new Row(row.name(), row.email(), row.role());
        }
    }

    /** Something about a line; {@code reason} is a stable code, {@code text} is for people. */
    public record Line(int line, String reason, String text) {}
}
