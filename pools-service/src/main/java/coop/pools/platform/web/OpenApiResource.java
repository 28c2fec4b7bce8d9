package coop.pools.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Set;
import java.util.function.Supplier;

/** The API's own description, generated from its resource classes when it is first asked for. */
@Hidden
@Path("/")
public final class OpenApiResource {
    private final Supplier<Set<Class<?>>> resources;
    private volatile String document = "";

    public OpenApiResource(Supplier<Set<Class<?>>> resources) {
        this.resources = resources;
    }

    @GET
    @Path("/api/openapi.json")
    @Produces("application/json")
    public String read() throws JsonProcessingException {
        if (document.isEmpty()) {
            document = Json.mapper().writeValueAsString(describe());
        }
        return document;
    }

    private OpenAPI describe() {
        ModelConverters.getInstance().addConverter(new ModelResolver(Json.mapper(), new NamesWithOwners()));
        OpenAPI api = new Reader(new OpenAPI()).read(resources.get());
        api.info(new Info()
                .title("Pools")
                .version("1")
                .description("One-click co-ops: Pools, votes that bind card money, Floods, and books anyone can check."
                        + " Money is counted in the currency's smallest unit. Errors are problem details with a"
                        + " stable code. Every POST and PUT takes an Idempotency-Key.")
                .license(new License().name("Apache-2.0")));
        if (api.getComponents() == null) {
            api.components(new Components());
        }
        ModelConverters.getInstance().read(ProblemJson.class).forEach(api.getComponents()::addSchemas);
        if (api.getComponents().getSchemas() != null) {
            api.getComponents().getSchemas().values().forEach(OpenApiResource::openUp);
        }
        api.getComponents()
                .addSecuritySchemes(
                        "token",
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
        api.addSecurityItem(new SecurityRequirement().addList("token"));
        if (api.getPaths() != null) {
            api.getPaths().values().forEach(path -> path.readOperations().forEach(OpenApiResource::complete));
        }
        return api;
    }

    /** Java's {@code Object} is any JSON value, not only an object. */
    private static void openUp(Schema<?> schema) {
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(OpenApiResource::openUp);
        } else if (schema.getAdditionalProperties() instanceof Schema<?> values) {
            openUp(values);
        } else if ("object".equals(schema.getType()) && schema.get$ref() == null) {
            schema.setType(null);
        }
        if (schema.getItems() != null) {
            openUp(schema.getItems());
        }
    }

    /** Every answer needs a description, and every call may be refused. */
    private static void complete(Operation operation) {
        operation.getResponses().values().forEach(answer -> {
            if (answer.getDescription() == null || answer.getDescription().equals("default response")) {
                answer.setDescription("What was asked for");
            }
        });
        operation.getResponses().addApiResponse("4XX", problem("Refused: the code says why"));
        operation.getResponses().addApiResponse("5XX", problem("Passing trouble, or a mistake of ours"));
    }

    private static ApiResponse problem(String description) {
        Schema<?> schema = new Schema<>().$ref("#/components/schemas/ProblemJson");
        return new ApiResponse()
                .description(description)
                .content(new Content().addMediaType(ProblemJson.MEDIA_TYPE, new MediaType().schema(schema)));
    }

    /** Two resources may each have a record {@code Entry}: with its owner's name in front it is one of a kind. */
    private static final class NamesWithOwners extends TypeNameResolver {
        @Override
        protected String getNameOfClass(Class<?> type) {
            Class<?> owner = type.getEnclosingClass();
            return owner == null ? type.getSimpleName() : getNameOfClass(owner) + type.getSimpleName();
        }
    }
}
