package org.absentia.randomisation.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Says in the API document that every refusal is a problem of RFC 9457, and what is in one. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ProblemAnswers implements OASFilter {
  private static final String NAME = "Problem";

  @Override
  public Operation filterOperation(Operation operation) {
    operation.getResponses().removeAPIResponse("400");
    operation.getResponses().removeAPIResponse("401");
    operation.getResponses().removeAPIResponse("403");
    operation.getResponses().addAPIResponse("default", problem());
    return operation;
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    Components components = document.getComponents();
    components.addSchema(NAME, schema());
  }

  private static APIResponse problem() {
    return OASFactory.createAPIResponse()
        .description("A refusal: 400, 401, 403, 404, 409 or 422, see the README for the reasons")
        .content(
            OASFactory.createContent()
                .addMediaType(
                    "application/problem+json",
                    OASFactory.createMediaType()
                        .schema(OASFactory.createSchema().ref("#/components/schemas/" + NAME))));
  }

  private static Schema schema() {
    Schema fault =
        object()
            .addProperty("pointer", text("JSON pointer to what is wrong"))
            .addProperty("detail", text("What is wrong and what is expected"));
    return object()
        .description("RFC 9457 problem")
        .addProperty("type", text("/problems/ and the reason"))
        .addProperty("title", text("The reason in words"))
        .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
        .addProperty("detail", text("What went wrong, for a person"))
        .addProperty(
            "errors",
            OASFactory.createSchema()
                .addType(Schema.SchemaType.ARRAY)
                .items(fault)
                .description("Every fault of the request"))
        .required(List.of("type", "title", "status", "detail"));
  }

  private static Schema object() {
    return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
  }

  private static Schema text(String description) {
    return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
  }
}
