package coop.pools.testing;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Holds every answer of running servers against their OpenAPI document: all have the same, so the first one is asked. */
final class Contract {
    private static Contract ofAll;

    private final OpenApiInteractionValidator validator;

    private Contract(URI server) {
        validator = OpenApiInteractionValidator.createForInlineApiSpecification(document(server))
                .withLevelResolver(LevelResolver.create()
                        .withLevel("validation.response.status.unknown", ValidationReport.Level.ERROR)
                        .build())
                .build();
    }

    static synchronized Contract of(URI server) {
        if (ofAll == null) {
            ofAll = new Contract(server);
        }
        return ofAll;
    }

    /** What is wrong with an answer, in words; empty when nothing is. */
    String faults(String method, String path, HttpResponse<String> response) {
        SimpleResponse.Builder answer = SimpleResponse.Builder.status(response.statusCode())
                .withBody(response.body().isEmpty() ? null : response.body());
        response.headers().firstValue("Content-Type").ifPresent(answer::withContentType);
        ValidationReport report = validator.validateResponse(path, Request.Method.valueOf(method), answer.build());
        StringBuilder faults = new StringBuilder();
        report.getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .forEach(message -> faults.append(message).append('\n'));
        return faults.toString();
    }

    private static String document(URI server) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(server.resolve("/api/openapi.json")).build();
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
