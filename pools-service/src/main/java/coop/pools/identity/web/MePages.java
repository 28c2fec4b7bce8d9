package coop.pools.identity.web;

import coop.pools.identity.MakeToken;
import coop.pools.identity.ReadPeople;
import coop.pools.identity.RevokeToken;
import coop.pools.identity.domain.ApiToken;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.InstantText;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Visit;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The signed-in person's own page: accounts and tokens. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class MePages {
    private static final String TEMPLATE = "/templates/identity/me.ftlh";

    private final Pages pages;
    private final ReadPeople readPeople;
    private final MakeToken makeToken;
    private final RevokeToken revokeToken;

    public MePages(Pages pages, ReadPeople readPeople, MakeToken makeToken, RevokeToken revokeToken) {
        this.pages = pages;
        this.readPeople = readPeople;
        this.makeToken = makeToken;
        this.revokeToken = revokeToken;
    }

    @GET
    @Path("/me")
    public Page me(@Context Visit visit) {
        return pages.page(visit, TEMPLATE, model(visit, Optional.empty()));
    }

    @POST
    @Path("/me/tokens")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response make(
            @Context Visit visit, @FormParam("name") String name, @FormParam("scopes") List<String> scopes) {
        try {
            MakeToken.Made made = makeToken.make(visit.caller(), Fields.text("name", name, 80), chosen(scopes));
            return Response.ok(pages.page(visit, TEMPLATE, model(visit, Optional.of(made.secret()))))
                    .build();
        } catch (Refused refused) {
            return pages.again(visit, TEMPLATE, model(visit, Optional.empty()), refused);
        }
    }

    @POST
    @Path("/me/tokens/{id}/revoke")
    public Response revoke(@Context Visit visit, @PathParam("id") String id) {
        revokeToken.revoke(visit.caller(), Fields.pathId(id));
        return Pages.seeOther("/me");
    }

    private static Set<Scope> chosen(List<String> words) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (Scope scope : Scope.values()) {
            if (words.contains(scope.word())) {
                scopes.add(scope);
            }
        }
        return scopes;
    }

    private Me model(Visit visit, Optional<String> newToken) {
        List<Account> accounts = readPeople.myAccounts(visit.caller()).stream()
                .map(account -> new Account(account.provider(), account.subject()))
                .toList();
        List<Token> tokens =
                readPeople.myTokens(visit.caller()).stream().map(Token::of).toList();
        List<String> scopes = Arrays.stream(Scope.values()).map(Scope::word).toList();
        return new Me(readPeople.me(visit.caller()).name(), accounts, tokens, scopes, newToken);
    }

    /** What the page shows; {@code newToken} only on the page that made it. */
    public record Me(
            String name, List<Account> accounts, List<Token> tokens, List<String> scopes, Optional<String> newToken) {}

    /** Where the person signs in. */
    public record Account(String provider, String subject) {}

    /** A live token. */
    public record Token(UUID id, String name, String scopes, String madeText, String expiresText) {
        static Token of(ApiToken token) {
            return new Token(
                    token.id(),
                    token.name(),
                    token.scopes().replace(" ", ", "),
                    InstantText.day(token.madeAt()),
                    InstantText.day(token.expiresAt()));
        }
    }
}
