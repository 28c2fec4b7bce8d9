package coop.pools.platform.web;

import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Answers a repeated POST or PUT with the first answer. The key is claimed before the work, kept with the answer after
 * it, and given back when the request is refused. What the work creates has an id derived from the key, so even a crash
 * between the two cannot double it.
 */
@Priority(Priorities.USER)
public final class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter, WriterInterceptor {
    private static final String CLAIM = "coop.pools.idempotency-claim";
    /** No address that takes a body is this long: it will be refused, and refusals are not kept. */
    private static final int MOST_ROUTE = 300;

    private static final Set<String> METHODS = Set.of("POST", "PUT");

    private final IdempotencyKeys keys;

    public IdempotencyFilter(IdempotencyKeys keys) {
        this.keys = keys;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        Visit visit = (Visit) request.getProperty(Visit.PROPERTY);
        if (Surface.of(request) != Surface.API
                || !METHODS.contains(request.getMethod())
                || visit.idempotencyKey().isEmpty()) {
            return;
        }
        String route = request.getMethod() + " " + visit.path().getPath();
        if (route.length() > MOST_ROUTE) {
            return;
        }
        byte[] body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        IdempotencyKeys.Claim claim = new IdempotencyKeys.Claim(
                keyOf(visit.caller()), route, visit.idempotencyKey().get());
        switch (keys.claim(claim, IdSource.sha256(body))) {
            case CLAIMED -> request.setProperty(CLAIM, claim);
            case ANSWERED -> request.abortWith(stored(claim));
            case OTHER_BODY -> throw new Refused(CommonRefusal.IDEMPOTENCY_KEY_REUSED);
            case IN_USE -> throw new Refused(CommonRefusal.IDEMPOTENCY_KEY_IN_USE);
        }
    }

    /** A token that may do less must not be given the answers of one that may do more. */
    private static String keyOf(Caller caller) {
        boolean limited = caller.person().isPresent() && caller.scopes().size() < Scope.values().length;
        return limited
                ? caller.key()
                        + caller.scopes().stream().map(Scope::word).sorted().collect(Collectors.joining(" ", " ", ""))
                : caller.key();
    }

    private Response stored(IdempotencyKeys.Claim claim) {
        IdempotencyKeys.Answer answer = keys.answer(claim);
        Response.ResponseBuilder response = Response.status(answer.status()).header("Idempotent-Replay", "true");
        return answer.body().length == 0
                ? response.build()
                : response.type(answer.mediaType()).entity(answer.body()).build();
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Object claim = request.getProperty(CLAIM);
        if (claim == null) {
            return;
        }
        if (response.getStatus() >= 400) {
            request.removeProperty(CLAIM);
            keys.release((IdempotencyKeys.Claim) claim);
        } else if (!response.hasEntity()) {
            request.removeProperty(CLAIM);
            keys.keep((IdempotencyKeys.Claim) claim, new IdempotencyKeys.Answer(response.getStatus(), "", new byte[0]));
        } else {
            request.setProperty(CLAIM + ".status", response.getStatus());
        }
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        Object claim = context.getProperty(CLAIM);
        Object status = context.getProperty(CLAIM + ".status");
        if (claim == null || status == null) {
            context.proceed();
            return;
        }
        OutputStream wire = context.getOutputStream();
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        context.setOutputStream(copy);
        context.proceed();
        keys.keep(
                (IdempotencyKeys.Claim) claim,
                new IdempotencyKeys.Answer((int) status, context.getMediaType().toString(), copy.toByteArray()));
        context.setOutputStream(wire);
        copy.writeTo(wire);
    }
}
