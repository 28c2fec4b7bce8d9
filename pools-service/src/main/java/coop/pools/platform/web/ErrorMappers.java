package coop.pools.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Refused;
import coop.pools.platform.db.SqlStates;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.EOFException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every exception that reaches the edge becomes an answer here. */
public final class ErrorMappers implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorMappers.class);

    private final ErrorAnswers answers;
    private final IdSource ids;

    @Inject
    private Provider<ContainerRequestContext> requests;

    public ErrorMappers(ErrorAnswers answers, IdSource ids) {
        this.answers = answers;
        this.ids = ids;
    }

    @Override
    public Response toResponse(Throwable error) {
        ContainerRequestContext request = requests.get();
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return answers.refused(request, refused);
            }
            if (cause instanceof JsonProcessingException json) {
                return answers.refused(request, unreadable(json));
            }
            if (cause instanceof ZipException) {
                return answers.refused(request, malformed("not gzip"));
            }
            if (cause instanceof TimeoutException) {
                return answers.status(request, 408, words(408));
            }
        }
        if (SqlStates.isRetryable(error)) {
            return answers.refused(request, new Refused(CommonRefusal.TRY_AGAIN));
        }
        if (error instanceof WebApplicationException web) {
            int status = web.getResponse().getStatus();
            if (status < 400) {
                return web.getResponse();
            }
            if (status == 400) {
                return answers.refused(request, malformed("its parts are not what they say they are"));
            }
            return status < 500 ? answers.status(request, status, words(status)) : accident(request, error);
        }
        if (error instanceof EOFException) {
            return answers.refused(request, malformed("cut off"));
        }
        return accident(request, error);
    }

    private Response accident(ContainerRequestContext request, Throwable error) {
        String incident = ids.newId().toString();
        LOG.error("incident {}", incident, error);
        return answers.accident(request, incident);
    }

    private static Refused unreadable(JsonProcessingException json) {
        if (json instanceof UnrecognizedPropertyException unknown) {
            return Fields.invalid(path(unknown), "is not a field of this request");
        }
        if (json instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return Fields.invalid(path(mapping), "is not of the kind expected here");
        }
        return malformed("this is not the JSON expected here");
    }

    private static Refused malformed(String reason) {
        return new Refused(CommonRefusal.MALFORMED_REQUEST, Map.of("reason", reason));
    }

    private static String path(JsonMappingException error) {
        List<JsonMappingException.Reference> path = error.getPath();
        return path.stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .map(name -> name.length() > 60 ? name.substring(0, 60) : name)
                .collect(Collectors.joining("."));
    }

    static String words(int status) {
        return switch (status) {
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not take that method.";
            case 406 -> "This address does not answer in the form asked for.";
            case 408 -> "The request took too long to arrive.";
            case 415 -> "This address does not take that kind of body.";
            default -> "The request could not be understood.";
        };
    }
}
