package org.nachbarstrom.edifact.interchange.rest;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.interchange.ValidateInterchange;
import org.nachbarstrom.support.problem.Problem;
import org.nachbarstrom.support.tenancy.CurrentTenant;
import org.nachbarstrom.support.tenancy.Tenant;

/** Checks interchanges and keeps nothing. */
@Path("/v1/validations")
@RolesAllowed({"viewer", "operator"})
class ValidationResource {
  private final ValidateInterchange validate;
  private final CurrentTenant current;

  ValidationResource(ValidateInterchange validate, CurrentTenant current) {
    this.validate = validate;
    this.current = current;
  }

  @POST
  @Blocking
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "validateInterchange",
      summary = "Say what is wrong with an interchange; nothing is stored or answered")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "application/edifact",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(
      responseCode = "200",
      description = "Checked; valid says whether everything would be taken",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ValidationView.class)))
  @APIResponse(
      responseCode = "413",
      description = "EDIFACT-0005: unpacks to more than allowed",
      content = @Content(mediaType = Problem.MEDIA_TYPE))
  @APIResponse(
      responseCode = "422",
      description = "EDIFACT-0006: cannot be unpacked",
      content = @Content(mediaType = Problem.MEDIA_TYPE))
  public Uni<Response> validate(
      InputStream body,
      @Parameter(description = "take point and comma alike as decimal mark")
          @QueryParam("lenient")
          @DefaultValue("false")
          boolean lenient,
      @Parameter(description = "version of the message description to check by; default: UNH's")
          @QueryParam("formatVersion")
          @Nullable String formatVersion)
      throws IOException {
    Tenant tenant = current.tenant();
    Upload upload = Upload.of(body);
    Optional<String> handbook = Optional.ofNullable(formatVersion);
    return EventLoop.run(() -> validate.validate(tenant, upload, lenient, handbook))
        .onTermination()
        .invoke(upload::delete)
        .map(ValidationResource::answer);
  }

  private static Response answer(ValidateInterchange.Outcome outcome) {
    return switch (outcome) {
      case ValidateInterchange.Checked checked ->
          Response.ok(ValidationView.of(checked.report())).build();
      case ValidateInterchange.Unchecked unchecked ->
          Answers.refused(unchecked.rejection(), unchecked.detail());
    };
  }
}
