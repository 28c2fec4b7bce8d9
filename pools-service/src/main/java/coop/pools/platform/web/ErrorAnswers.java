package coop.pools.platform.web;

import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Turns a "no" or an accident into the answer that fits who asked: problem details or a page. */
public final class ErrorAnswers {
    static final String ACCIDENT = "Something went wrong on our side. Nothing was half-done.";

    private final Sentences sentences;
    private final Pages pages;

    public ErrorAnswers(Sentences sentences, Pages pages) {
        this.sentences = sentences;
        this.pages = pages;
    }

    public Response refused(ContainerRequestContext request, Refused refused) {
        int status = Statuses.of(refused.code());
        Response.ResponseBuilder answer;
        if (Surface.of(request).isJson()) {
            answer = problem(ProblemJson.of(refused, sentences));
        } else if (refused.code() == CommonRefusal.SIGN_IN_REQUIRED
                && request.getMethod().equals("GET")) {
            return signIn(request.getUriInfo().getRequestUri());
        } else if (refused.code() == CommonRefusal.SIGN_IN_REQUIRED
                && request.getHeaderString("Authorization") == null) {
            return signIn(sentFrom(request).orElse(URI.create("/")));
        } else {
            answer = page(request, status, sentences.of(refused), Optional.empty());
        }
        if (status == 429 || status == 503) {
            answer.header("Retry-After", refused.facts().getOrDefault("retryAfterSeconds", 1));
        }
        if (status == 401) {
            answer.header("WWW-Authenticate", "Bearer");
        }
        return answer.build();
    }

    /** To signing in, and from there back to that page; a refused form is shown at an address without one of its own. */
    private static Response signIn(URI page) {
        String query = page.getRawQuery() == null ? "" : "?" + page.getRawQuery();
        return Pages.seeOther(
                "/sign-in?returnTo=" + formAt(page.getRawPath()) + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }

    /** An error that the framework found: no such address, wrong method, unreadable body. */
    public Response status(ContainerRequestContext request, int status, String detail) {
        String code = Response.Status.fromStatusCode(status) == null
                ? "ERROR"
                : Response.Status.fromStatusCode(status).name();
        return Surface.of(request).isJson()
                ? problem(ProblemJson.of(status, code, detail, Map.of())).build()
                : page(request, status, detail, Optional.empty()).build();
    }

    /** A mistake of ours: an incident id to ask about, and nothing of the inside. */
    public Response accident(ContainerRequestContext request, String incident) {
        return Surface.of(request).isJson()
                ? problem(ProblemJson.accident(incident)).build()
                : page(request, 500, ACCIDENT, Optional.of(incident)).build();
    }

    private static Response.ResponseBuilder problem(ProblemJson problem) {
        return Response.status(problem.status()).type(ProblemJson.MEDIA_TYPE).entity(problem);
    }

    private Response.ResponseBuilder page(
            ContainerRequestContext request, int status, String detail, Optional<String> incident) {
        Visit visit = (Visit) request.getProperty(Visit.PROPERTY);
        if (visit == null) {
            return Response.status(status).type("text/plain; charset=UTF-8").entity(detail);
        }
        String title = switch (status) {
            case 404 -> "We cannot find that page";
            case 413 -> "That is too much at once";
            case 401, 403 -> "That is not for you";
            case 429, 503 -> "Please try again in a moment";
            case 500 -> "Something went wrong";
            default -> "That did not work";
        };
        ErrorPage model = new ErrorPage(status, title, detail, incident, status == 413 ? cameFrom(request) : "");
        return Response.status(status)
                .type("text/html; charset=UTF-8")
                .entity(pages.page(visit, "/templates/platform/error.ftlh", model));
    }

    /** The page of ours that a form was sent from; empty when the browser does not say. */
    private static String cameFrom(ContainerRequestContext request) {
        return sentFrom(request).map(from -> formAt(from.getRawPath())).orElse("");
    }

    private static Optional<URI> sentFrom(ContainerRequestContext request) {
        try {
            URI from = URI.create(String.valueOf(request.getHeaderString("Referer")));
            String host = request.getHeaderString("Host");
            boolean ours =
                    from.getRawAuthority() != null && from.getRawAuthority().equals(host);
            return Optional.of(from).filter(uri -> ours && uri.getRawPath().matches("/[^/].*"));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** A form that was refused before was shown at the address that it is sent to, which has no page of its own. */
    private static String formAt(String path) {
        String page = path.replaceFirst("/(words|attachments|csv)$", "");
        return page.startsWith("/comments/") ? "" : page;
    }

    /** What the error page shows; {@code back} is where the form is that was sent, or empty. */
    public record ErrorPage(int status, String title, String detail, Optional<String> incident, String back) {}
}
