package org.nachbarstrom.metering.upload.rest;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.upload.FileBytes;
import org.nachbarstrom.metering.upload.FileMapping;
import org.nachbarstrom.metering.upload.HandInFile;
import org.nachbarstrom.metering.upload.ReceiveLines;
import org.nachbarstrom.metering.upload.Upload;
import org.nachbarstrom.metering.upload.UploadKind;
import org.nachbarstrom.metering.upload.UploadRejection;
import org.nachbarstrom.metering.upload.line.ReadLines;
import org.nachbarstrom.support.problem.FieldError;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.CurrentTenant;
import org.nachbarstrom.support.tenancy.Tenant;

/** Takes uploads. */
@Path("/v1/uploads")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("operator")
@Tag(name = "Uploads")
class UploadResource {
  static final long LARGEST_FILE = 20L << 20;

  private final Clock clock;
  private final CurrentTenant currentTenant;
  private final ReceiveLines receiveLines;
  private final HandInFile handInFile;
  private final UploadView view;

  UploadResource(
      Clock clock,
      CurrentTenant currentTenant,
      ReceiveLines receiveLines,
      HandInFile handInFile,
      UploadView view) {
    this.clock = clock;
    this.currentTenant = currentTenant;
    this.receiveLines = receiveLines;
    this.handInFile = handInFile;
    this.view = view;
  }

  @POST
  @Blocking
  @TakesPlace
  @Consumes("application/x-ndjson")
  @Operation(
      operationId = "uploadLines",
      summary = "Write values and readings, one JSON object per line; again changes nothing",
      description =
          "The form of a line: schemas/upload-line/v1/schema.json. The body may be gzip. A wrong"
              + " line or value costs itself and is answered with its position and code.")
  @APIResponse(
      responseCode = "201",
      description = "taken",
      content = @Content(schema = @Schema(implementation = UploadAnswer.class)))
  @APIResponse(
      responseCode = "200",
      description = "taken before, or now after it was interrupted",
      content = @Content(schema = @Schema(implementation = UploadAnswer.class)))
  @APIResponse(
      responseCode = "503",
      description = "as many uploads as may be are being taken",
      headers =
          @Header(
              name = "Retry-After",
              description = "seconds",
              schema = @Schema(type = SchemaType.INTEGER)))
  public Response lines(
      @BeanParam UploadParameters parameters,
      @HeaderParam("Content-Encoding") @Nullable String encoding,
      @RequestBody(
              content =
                  @Content(
                      mediaType = "application/x-ndjson",
                      schema = @Schema(type = SchemaType.STRING)))
          InputStream body) {
    Upload.Head head = parameters.head(UploadKind.NDJSON, "", clock.instant());
    ReceiveLines.Body lines = new ReceiveLines.Body(head, body, isGzip(encoding));
    Tenant tenant = currentTenant.tenant();
    return answer(tenant, head, receiveLines.receive(tenant, lines, ReadLines::read));
  }

  private static boolean isGzip(@Nullable String encoding) {
    if (encoding == null || encoding.equalsIgnoreCase("identity")) {
      return false;
    }
    if (!encoding.equalsIgnoreCase("gzip")) {
      throw wrong("Content-Encoding", "The body is plain or gzip.");
    }
    return true;
  }

  /** Parts of a form. */
  static class Form {
    @RestForm @Nullable FileUpload file;

    @RestForm
    @Schema(description = "JSON as in schemas/upload-mapping/v1/schema.json; absent: guessed")
    @Nullable String mapping;
  }

  @POST
  @Blocking
  @TakesPlace
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(
      operationId = "uploadFile",
      summary = "Hand in a CSV or XLSX file and see what it would change; nothing is written",
      description = "What is written after POST /v1/uploads/{id}/confirmation.")
  @APIResponse(
      responseCode = "201",
      description = "kept for a week, to be confirmed",
      content = @Content(schema = @Schema(implementation = UploadAnswer.class)))
  @APIResponse(
      responseCode = "200",
      description = "handed in before",
      content = @Content(schema = @Schema(implementation = UploadAnswer.class)))
  public Response file(@BeanParam UploadParameters parameters, @BeanParam @NotNull Form form) {
    FileUpload file = form.file;
    if (file == null) {
      throw wrong("file", "The form has a part 'file'.");
    }
    if (file.size() > LARGEST_FILE) {
      throw new ProblemException(
          UploadRejection.UPLOAD_TOO_LARGE,
          "A file has at most %,d bytes.".formatted(LARGEST_FILE));
    }
    String name = name(file.fileName());
    Upload.Head head = parameters.head(kind(name), name, clock.instant());
    Tenant tenant = currentTenant.tenant();
    HandInFile.File handed =
        new HandInFile.File(head, FileBytes.of(bytes(file)), mapping(form.mapping));
    return answer(tenant, head, handInFile.handIn(tenant, handed));
  }

  private Response answer(Tenant tenant, Upload.Head head, Upload upload) {
    boolean isNew = upload.head().receivedAt().equals(head.receivedAt());
    return Response.status(isNew ? Response.Status.CREATED : Response.Status.OK)
        .location(URI.create("/v1/uploads/" + upload.id()))
        .entity(view.of(tenant, upload))
        .build();
  }

  private static String name(@Nullable String name) {
    String said = name == null ? "" : name.replace('\\', '/').replace('\0', '_');
    String last = said.substring(said.lastIndexOf('/') + 1);
    return last.length() <= 200 ? last : last.substring(last.length() - 200);
  }

  private static UploadKind kind(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".xlsx")) {
      return UploadKind.XLSX;
    }
    if (lower.endsWith(".csv") || lower.endsWith(".txt") || lower.endsWith(".tsv")) {
      return UploadKind.CSV;
    }
    throw wrong("file", "The name of the file ends in .csv, .txt, .tsv or .xlsx.");
  }

  private static byte[] bytes(FileUpload file) {
    try {
      return Files.readAllBytes(file.uploadedFile());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private @Nullable FileMapping mapping(@Nullable String text) {
    return text == null || text.isBlank() ? null : view.mapping(text);
  }

  private static ProblemException wrong(String pointer, String detail) {
    return new ProblemException(
        UploadRejection.INVALID_UPLOAD,
        detail,
        List.of(new FieldError(pointer, "UNREADABLE", detail)));
  }
}
