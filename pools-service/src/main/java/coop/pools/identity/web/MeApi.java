package coop.pools.identity.web;

import coop.pools.identity.MakeToken;
import coop.pools.identity.ReadPeople;
import coop.pools.identity.RevokeToken;
import coop.pools.identity.domain.ApiToken;
import coop.pools.identity.domain.Person;
import coop.pools.kernel.Scope;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.Visit;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The caller and the tokens made in their name. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class MeApi {
    private final ReadPeople readPeople;
    private final MakeToken makeToken;
    private final RevokeToken revokeToken;

    public MeApi(ReadPeople readPeople, MakeToken makeToken, RevokeToken revokeToken) {
        this.readPeople = readPeople;
        this.makeToken = makeToken;
        this.revokeToken = revokeToken;
    }

    @GET
    @Path("/api/v1/me")
    public Me me(@Context Visit visit) {
        Person person = readPeople.me(visit.caller());
        List<Account> accounts = readPeople.myAccounts(visit.caller()).stream()
                .map(account -> new Account(account.provider(), account.subject()))
                .toList();
        return new Me(person.id(), person.name(), accounts, person.createdAt());
    }

    @GET
    @Path("/api/v1/me/tokens")
    public Tokens tokens(@Context Visit visit) {
        return new Tokens(
                readPeople.myTokens(visit.caller()).stream().map(Token::of).toList());
    }

    @POST
    @Path("/api/v1/me/tokens")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response make(@Context Visit visit, NewToken asked) {
        NewToken body = Fields.required("body", asked);
        MakeToken.Made made = makeToken.make(visit.caller(), Fields.text("name", body.name(), 80), scopes(body));
        return Response.status(201)
                .entity(new MadeToken(
                        made.token().id(),
                        made.token().name(),
                        words(made.token()),
                        made.token().expiresAt(),
                        made.secret()))
                .build();
    }

    @DELETE
    @Path("/api/v1/me/tokens/{id}")
    @ApiResponse(responseCode = "204", description = "done")
    public void revoke(@Context Visit visit, @PathParam("id") String id) {
        revokeToken.revoke(visit.caller(), Fields.pathId(id));
    }

    private static Set<Scope> scopes(NewToken body) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String word : Fields.required("scopes", body.scopes())) {
            scopes.add(Arrays.stream(Scope.values())
                    .filter(scope -> scope.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> Fields.invalid("scopes", "read, contribute, vote or organise")));
        }
        return scopes;
    }

    private static List<String> words(ApiToken token) {
        return Arrays.asList(token.scopes().split(" "));
    }

    /** The caller. */
    public record Me(UUID id, String name, List<Account> accounts, Instant createdAt) {}

    /** An account at a sign-in provider. */
    public record Account(String provider, String subject) {}

    /** The caller's live tokens. */
    public record Tokens(List<Token> items) {}

    /** A token without its secret. */
    public record Token(UUID id, String name, List<String> scopes, Instant madeAt, Instant expiresAt) {
        static Token of(ApiToken token) {
            return new Token(token.id(), token.name(), words(token), token.madeAt(), token.expiresAt());
        }
    }

    /** A token to make. */
    public record NewToken(String name, List<String> scopes) {}

    /** A token just made; {@code token} is its secret, shown this once. */
    public record MadeToken(UUID id, String name, List<String> scopes, Instant expiresAt, String token) {}
}
