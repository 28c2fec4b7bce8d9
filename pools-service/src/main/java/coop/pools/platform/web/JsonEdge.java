package coop.pools.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Soon;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.zip.ZipException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Bytes in and JSON out, for servlets that stand beside the framework; errors are the problems it would answer with. */
public final class JsonEdge {
    private static final Logger LOG = LoggerFactory.getLogger(JsonEdge.class);

    private final ObjectMapper json;
    private final Sentences sentences;
    private final IdSource ids;

    public JsonEdge(ObjectMapper json, Sentences sentences, IdSource ids) {
        this.json = json;
        this.sentences = sentences;
        this.ids = ids;
    }

    /**
     * The whole body.
     *
     * @throws Refused BODY_TOO_LARGE, once the client has sent what it wanted to send, within bounds;
     *     MALFORMED_REQUEST when it stopped in the middle
     */
    public byte[] body(HttpServletRequest request, int mostBytes) {
        try {
            ServletInputStream in = request.getInputStream();
            byte[] body = in.readNBytes(mostBytes + 1);
            if (body.length > mostBytes) {
                RestOfBody.throwAway(in);
                throw new Refused(CommonRefusal.BODY_TOO_LARGE, Map.of("mostBytes", mostBytes));
            }
            return body;
        } catch (IOException e) {
            throw cutOff(e instanceof ZipException);
        } catch (RuntimeException e) {
            // The server wraps what goes wrong when it unpacks a body.
            if (e.getCause() instanceof ZipException) {
                throw cutOff(true);
            }
            throw e;
        }
    }

    private static Refused cutOff(boolean zip) {
        return new Refused(CommonRefusal.MALFORMED_REQUEST, Map.of("reason", zip ? "not gzip" : "cut off"));
    }

    /**
     * No length is given: the server would send as soon as so much is written, and wait in this thread for a client that
     * reads nothing. It finds the length itself at the end, and waits for nobody then.
     */
    private void answer(HttpServletResponse response, byte[] jsonText) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json");
        response.getOutputStream().write(jsonText);
    }

    /** Answers when the text is there; no thread waits for it. */
    public void answerLater(HttpServletRequest request, HttpServletResponse response, CompletionStage<byte[]> text) {
        AsyncContext later = request.startAsync();
        later.setTimeout(0);
        text.whenComplete((bytes, error) -> {
            try {
                if (error == null) {
                    answer(response, bytes);
                } else {
                    // Whatever goes wrong with its words, a failure is never taken for a success.
                    response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
                    failed(response, Soon.reason(error));
                }
            } catch (IOException e) {
                LOG.debug("the answer is not waited for any more", e);
            } finally {
                later.complete();
            }
        });
    }

    private void failed(HttpServletResponse response, Throwable error) throws IOException {
        if (error instanceof Refused refused) {
            refused(response, refused);
        } else {
            accident(response, error);
        }
    }

    public void refused(HttpServletResponse response, Refused refused) throws IOException {
        ProblemJson problem = ProblemJson.of(refused, sentences);
        if (problem.status() == 503) {
            response.setHeader("Retry-After", "1");
        }
        problem(response, problem);
    }

    /** The address takes only one method. */
    public void wrongMethod(HttpServletResponse response, String allowed) throws IOException {
        response.setHeader("Allow", allowed);
        problem(response, ProblemJson.of(405, "METHOD_NOT_ALLOWED", ErrorMappers.words(405), Map.of()));
    }

    /** A mistake of ours. */
    public void accident(HttpServletResponse response, Throwable error) throws IOException {
        String incident = ids.newId().toString();
        LOG.error("incident {}", incident, error);
        problem(response, ProblemJson.accident(incident));
    }

    private void problem(HttpServletResponse response, ProblemJson problem) throws IOException {
        response.setStatus(problem.status());
        byte[] text = json.writeValueAsBytes(problem);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(ProblemJson.MEDIA_TYPE);
        response.getOutputStream().write(text);
    }
}
