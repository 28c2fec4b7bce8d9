package coop.pools.demo.web;

import coop.pools.demo.PlaySandbox;
import coop.pools.integrations.payments.sandbox.SandboxPayee;
import coop.pools.platform.web.GuestsToo;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Visit;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** The sandbox processor's page where a payee names a bank account; there only while payments are {@code sandbox}. */
@Hidden
@GuestsToo
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class SandboxOnboardingPages {
    private static final String TEMPLATE = "/templates/demo/onboarding.ftlh";

    private final Pages pages;
    private final PlaySandbox play;

    public SandboxOnboardingPages(Pages pages, PlaySandbox play) {
        this.pages = pages;
        this.play = play;
    }

    @GET
    @Path("/sandbox/onboarding/{accountId}")
    public Page ask(@Context Visit visit, @PathParam("accountId") String accountId) {
        SandboxPayee payee = play.account(accountId);
        return pages.page(
                visit,
                TEMPLATE,
                new Model(payee.accountId(), payee.displayName(), payee.country(), payee.ready(), payee.returnUrl()));
    }

    @POST
    @Path("/sandbox/onboarding/{accountId}")
    public Response done(@Context Visit visit, @PathParam("accountId") String accountId) {
        play.completeAccount(accountId);
        String back = play.account(accountId).returnUrl();
        return Response.seeOther(URI.create(back.isEmpty() ? "/" : back)).build();
    }

    /** What the page shows. */
    public record Model(String id, String name, String country, boolean ready, String back) {}
}
