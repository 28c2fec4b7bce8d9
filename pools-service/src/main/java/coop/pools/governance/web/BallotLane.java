package coop.pools.governance.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import coop.pools.governance.CastBallot;
import coop.pools.governance.domain.Ballot;
import coop.pools.identity.ReadCaller;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Claim;
import coop.pools.kernel.Refused;
import coop.pools.platform.web.JsonEdge;
import coop.pools.platform.web.WriteLimits;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the plainest of ballots beside the framework, when very many vote at once: JSON with a token and nothing special
 * about it. Whatever else comes, and whatever cannot be read, goes on to {@link ProposalApi}, which answers the same to
 * the same.
 */
public final class BallotLane implements Filter {
    /** The addresses that it looks at. */
    public static final String ADDRESSES = "/api/v1/proposals/*";

    private static final Pattern BALLOT =
            Pattern.compile("/api/v1/proposals/([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})/ballot");
    private static final Pattern JSON = Pattern.compile("(?i)application/json(; ?charset=utf-8)?");
    private static final Pattern TAKES_JSON = Pattern.compile("application/json|\\*/\\*");
    private static final String BEARER = "Bearer ";
    private static final int MOST_BYTES = 16 * 1024;

    private final CastBallot castBallot;
    private final ReadCaller callers;
    private final WriteLimits limits;
    private final JsonEdge edge;
    private final ObjectMapper json;
    private final ObjectReader reader;

    public BallotLane(CastBallot castBallot, ReadCaller callers, WriteLimits limits, JsonEdge edge, ObjectMapper json) {
        this.castBallot = castBallot;
        this.callers = callers;
        this.limits = limits;
        this.edge = edge;
        this.json = json;
        this.reader = json.readerFor(ProposalApi.BallotBody.class);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        Matcher address = BALLOT.matcher(asked.getRequestURI());
        if (!isPlain(asked) || !address.matches()) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body = asked.getInputStream().readNBytes(MOST_BYTES);
        Optional<ProposalApi.BallotBody> ballot = read(body);
        if (body.length < asked.getContentLength() || ballot.isEmpty()) {
            chain.doFilter(new ReadBefore(asked, body), response);
            return;
        }
        cast(UUID.fromString(address.group(1)), ballot.get(), asked, (HttpServletResponse) response);
    }

    private static boolean isPlain(HttpServletRequest request) {
        return request.getMethod().equals("PUT")
                && request.getQueryString() == null
                && request.getContentLength() > 0
                && request.getContentLength() <= MOST_BYTES
                && is(request.getHeader("Content-Type"), JSON)
                && (request.getHeader("Accept") == null || is(request.getHeader("Accept"), TAKES_JSON))
                && request.getHeader("Idempotency-Key") == null
                && request.getHeader("Content-Encoding") == null
                && request.getHeader("Expect") == null
                && !token(request).isEmpty();
    }

    private static boolean is(String header, Pattern pattern) {
        return header != null && pattern.matcher(header).matches();
    }

    /** Empty without one. */
    private static String token(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.startsWith(BEARER)
                ? header.substring(BEARER.length()).strip()
                : "";
    }

    private Optional<ProposalApi.BallotBody> read(byte[] body) {
        try {
            return Optional.ofNullable(reader.readValue(body));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private void cast(
            UUID proposal, ProposalApi.BallotBody sent, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            CompletableFuture<byte[]> answer = castBallot
                    .castSoon(
                            new Limited(callers.claim(token(request))),
                            proposal,
                            paper -> BallotReader.read(paper, sent))
                    .thenApply(ballot -> written(proposal, ballot));
            edge.answerLater(request, response, answer);
        } catch (Refused refused) {
            edge.refused(response, refused);
        } catch (RuntimeException e) {
            edge.accident(response, e);
        }
    }

    private byte[] written(UUID proposal, Ballot ballot) {
        try {
            return json.writeValueAsBytes(CountJson.BallotJson.of(proposal, ballot, Optional.empty()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a ballot cannot be written", e);
        }
    }

    /** A claim that counts as a write once it is known whose it is. */
    private final class Limited implements Claim {
        private final Claim claim;
        private boolean counted;

        private Limited(Claim claim) {
            this.claim = claim;
        }

        @Override
        public void expect() {
            claim.expect();
        }

        @Override
        public Caller caller() {
            Caller caller = claim.caller();
            if (!counted) {
                limits.take(caller);
                counted = true;
            }
            return caller;
        }
    }
}
