package coop.pools.identity.web;

import coop.pools.identity.BeginSignIn;
import coop.pools.identity.CompleteSignIn;
import coop.pools.identity.IdentityRefusal;
import coop.pools.identity.SignInProviders;
import coop.pools.identity.SignOut;
import coop.pools.kernel.Refused;
import coop.pools.platform.web.BrowserCookie;
import coop.pools.platform.web.GuestsToo;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Visit;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** The pages of signing in and out. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class SignInResource {
    private static final String CHOOSER = "/templates/identity/sign-in.ftlh";

    private final Pages pages;
    private final SignInProviders providers;
    private final BeginSignIn begin;
    private final CompleteSignIn complete;
    private final SignOut signOut;
    private final BrowserCookie cookie;

    public SignInResource(
            Pages pages,
            SignInProviders providers,
            BeginSignIn begin,
            CompleteSignIn complete,
            SignOut signOut,
            BrowserCookie cookie) {
        this.pages = pages;
        this.providers = providers;
        this.begin = begin;
        this.complete = complete;
        this.signOut = signOut;
        this.cookie = cookie;
    }

    @GET
    @Path("sign-in")
    public Page choose(@Context Visit visit, @QueryParam("returnTo") String returnTo) {
        return pages.page(visit, CHOOSER, choice(returnTo == null ? "/" : BeginSignIn.ownPath(returnTo)));
    }

    private Choice choice(String returnTo) {
        List<Provider> choices = providers.names().stream()
                .map(name -> new Provider(name, name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)))
                .toList();
        return new Choice(choices, returnTo);
    }

    @GET
    @Path("sign-in/{provider}")
    public Response go(
            @Context Visit visit, @PathParam("provider") String provider, @QueryParam("returnTo") String returnTo) {
        String browser = visit.browserSecret().orElseThrow(() -> new Refused(IdentityRefusal.SIGN_IN_EXPIRED));
        String address = begin.begin(provider, browser, returnTo == null ? "/" : returnTo);
        return Response.seeOther(URI.create(address)).build();
    }

    @POST
    @GuestsToo
    @Path("sign-in/{provider}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response goFromPage(
            @Context Visit visit, @PathParam("provider") String provider, @FormParam("returnTo") String returnTo) {
        return go(visit, provider, returnTo);
    }

    @GET
    @Path("sign-in/{provider}/callback")
    public Response back(
            @Context Visit visit,
            @PathParam("provider") String provider,
            @QueryParam("state") String state,
            @QueryParam("code") String code,
            @HeaderParam("User-Agent") String userAgent) {
        if (state == null || code == null || code.length() > 2000) {
            return pages.again(visit, CHOOSER, choice("/"), new Refused(IdentityRefusal.SIGN_IN_DECLINED));
        }
        String browser = visit.browserSecret().orElseThrow(() -> new Refused(IdentityRefusal.SIGN_IN_EXPIRED));
        CompleteSignIn.Begun begun =
                complete.complete(provider, state, code, browser, userAgent == null ? "" : userAgent);
        return Response.seeOther(URI.create(begun.returnTo()))
                .cookie(cookie.with(begun.sessionSecret()))
                .build();
    }

    @POST
    @GuestsToo
    @Path("sign-out")
    public Response leave(@Context Visit visit) {
        visit.browserSecret().ifPresent(signOut::signOut);
        return Response.seeOther(URI.create("/"))
                .cookie(cookie.with("signed-out"))
                .build();
    }

    /** What the chooser shows. */
    public record Choice(List<Provider> providers, String returnTo) {}

    /** A provider to choose. */
    public record Provider(String id, String label) {}
}
