package coop.pools.governance.web;

import coop.pools.governance.StateOutcome;
import coop.pools.governance.domain.OutcomeStatement;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.Visit;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;

/** What came of a proposal, in words. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class OutcomeApi {
    private final StateOutcome state;

    public OutcomeApi(StateOutcome state) {
        this.state = state;
    }

    @GET
    @Path("/api/v1/proposals/{id}/statement")
    public StatementJson read(@PathParam("id") String id) {
        return state.said(Fields.pathId(id))
                .map(StatementJson::of)
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    @PUT
    @Path("/api/v1/proposals/{id}/statement")
    @Consumes(MediaType.APPLICATION_JSON)
    public StatementJson state(@Context Visit visit, @PathParam("id") String id, NewStatement sent) {
        NewStatement asked = Fields.required("body", sent);
        return StatementJson.of(state.state(
                visit.caller(),
                Fields.pathId(id),
                Fields.required("text", asked.text()),
                Fields.moment("reviewAt", asked.reviewAt())));
    }

    /** What to say; {@code reviewAt} brings a reminder and may be missing. */
    public record NewStatement(String text, Instant reviewAt) {}

    /** What was said last. @param version from 1 */
    public record StatementJson(int version, String text, Instant statedAt, Optional<Instant> reviewAt) {
        static StatementJson of(OutcomeStatement statement) {
            return new StatementJson(statement.version(), statement.text(), statement.statedAt(), statement.reviewAt());
        }
    }
}
