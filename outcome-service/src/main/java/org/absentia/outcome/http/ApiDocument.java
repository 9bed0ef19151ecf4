package org.absentia.outcome.http;

import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What the operations of the API document share. */
@OpenAPIDefinition(
    info = @Info(title = "Absentia outcome-service", version = "1.0.0"),
    components =
        @Components(
            responses =
                @APIResponse(
                    name = "Problem",
                    description = "RFC 9457 problem that names every fault by its JSON pointer",
                    content =
                        @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ApiSchemas.ProblemBody.class)))))
final class ApiDocument {
  private ApiDocument() {}
}
