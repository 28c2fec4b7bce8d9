package coop.pools.demo.web;

import coop.pools.demo.SandboxProvider;
import coop.pools.identity.MakeToken;
import coop.pools.identity.StartSession;
import coop.pools.identity.domain.Person;
import coop.pools.integrations.groups.SignedIn;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Scope;
import coop.pools.kernel.Transactions;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.GuestsToo;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;

/** Signs a sandbox person in without a browser. Exists only while groups are {@code sandbox}. */
@GuestsToo
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class SandboxSignInApi {
    private final Transactions transactions;
    private final SandboxProvider provider;
    private final StartSession people;
    private final MakeToken makeToken;

    public SandboxSignInApi(
            Transactions transactions, SandboxProvider provider, StartSession people, MakeToken makeToken) {
        this.transactions = transactions;
        this.provider = provider;
        this.people = people;
        this.makeToken = makeToken;
    }

    @POST
    @Path("/sandbox/sign-in")
    @Consumes(MediaType.APPLICATION_JSON)
    public Token signIn(WhoToBe body) {
        String subject = Fields.text("person", Fields.required("body", body).person(), 40);
        SignedIn signedIn = provider.signedIn(subject);
        return transactions.inTransaction(() -> {
            Person person = people.personFor("sandbox", signedIn);
            Caller caller = Caller.of(person.id());
            MakeToken.Made made = makeToken.make(caller, "sandbox", EnumSet.allOf(Scope.class));
            return new Token(
                    made.secret(),
                    person.id(),
                    person.name(),
                    List.of(made.token().scopes().split(" ")));
        });
    }

    /** The sandbox person to be. */
    public record WhoToBe(String person) {}

    /** A token with every scope. */
    public record Token(String token, UUID person, String name, List<String> scopes) {}
}
