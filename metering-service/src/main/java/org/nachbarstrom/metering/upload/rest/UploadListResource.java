package org.nachbarstrom.metering.upload.rest;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.input.Input;
import org.nachbarstrom.metering.upload.ConfirmFile;
import org.nachbarstrom.metering.upload.Upload;
import org.nachbarstrom.metering.upload.UploadRejection;
import org.nachbarstrom.metering.upload.Uploads;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.rest.Page;
import org.nachbarstrom.support.rest.QueryParameter;
import org.nachbarstrom.support.tenancy.CurrentTenant;
import org.nachbarstrom.support.tenancy.Tenant;

/** Shows uploads; confirms or drops files. */
@Path("/v1/uploads")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Uploads")
class UploadListResource {
  private static final int LARGEST_PAGE = 1000;

  private final CurrentTenant currentTenant;
  private final TenantTransactions transactions;
  private final Uploads uploads;
  private final ConfirmFile confirmFile;
  private final UploadView view;

  UploadListResource(
      CurrentTenant currentTenant,
      TenantTransactions transactions,
      Uploads uploads,
      ConfirmFile confirmFile,
      UploadView view) {
    this.currentTenant = currentTenant;
    this.transactions = transactions;
    this.uploads = uploads;
    this.confirmFile = confirmFile;
    this.view = view;
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({"viewer", "operator"})
  @Operation(
      operationId = "getUpload",
      summary = "An upload with its counts, its first 100 rejections and, of a file, its preview")
  public Uni<UploadAnswer> get(@PathParam("id") String id) {
    return view.find(currentTenant.tenant(), parse(id));
  }

  @GET
  @RolesAllowed({"viewer", "operator"})
  @Operation(operationId = "listUploads", summary = "Uploads, the latest first, without details")
  public Uni<Page<UploadAnswer>> list(
      @QueryParam("limit") @DefaultValue("100") int limit,
      @QueryParam("cursor") @DefaultValue("") String cursor) {
    int size = Math.clamp(limit, 1, LARGEST_PAGE);
    Uploads.Place after = place(cursor).orElse(null);
    return transactions
        .inTransaction(currentTenant.tenant(), () -> uploads.list(after, size))
        .map(found ->
            new Page<>(
                view.summaries(found), found.size() < size ? null : cursor(found.getLast())));
  }

  private static String cursor(Upload last) {
    return last.head().receivedAt() + "/" + last.id();
  }

  private static Optional<Uploads.Place> place(String cursor) {
    if (cursor.isEmpty()) {
      return Optional.empty();
    }
    int parting = Math.max(0, cursor.indexOf('/'));
    Input input = new Input();
    Optional<Instant> receivedAt = input.instant("cursor", cursor.substring(0, parting));
    input.refuseIfWrong(UploadRejection.INVALID_UPLOAD);
    return Optional.of(
        new Uploads.Place(receivedAt.orElseThrow(), parse(cursor.substring(parting + 1))));
  }

  @GET
  @Path("/{id}/rejections")
  @RolesAllowed({"viewer", "operator"})
  @Operation(
      operationId = "listUploadRejections",
      summary = "Everything of an upload that was not taken, with position and code")
  public Uni<Page<UploadAnswer.RejectionAnswer>> rejections(
      @PathParam("id") String id,
      @QueryParam("limit") @DefaultValue("100") int limit,
      @QueryParam("cursor") @Nullable String cursor) {
    UUID upload = parse(id);
    int size = Math.clamp(limit, 1, LARGEST_PAGE);
    long after = QueryParameter.read("cursor", cursor, Long::parseLong).orElse(0L);
    Tenant tenant = currentTenant.tenant();
    return transactions
        .inTransaction(
            tenant,
            () ->
                uploads
                    .find(upload)
                    .map(found -> found.orElseThrow(() -> ConfirmFile.unknown(id)))
                    .chain(known -> uploads.rejections(upload, after, size)))
        .map(found ->
            new Page<>(
                found.stream().map(UploadAnswer.RejectionAnswer::of).toList(),
                found.size() < size ? null : String.valueOf(found.getLast().number())));
  }

  @POST
  @Blocking
  @TakesPlace
  @Path("/{id}/confirmation")
  @RolesAllowed("operator")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "confirmUpload",
      summary = "Write exactly what the preview of a file shows; again changes nothing")
  public UploadAnswer confirm(
      @PathParam("id") String id,
      @Parameter(description = "write the rest although some rows are wrong")
          @QueryParam("acceptRejections")
          @DefaultValue("false")
          boolean acceptRejections) {
    Tenant tenant = currentTenant.tenant();
    return view.of(tenant, confirmFile.confirm(tenant, parse(id), acceptRejections));
  }

  @DELETE
  @Blocking
  @Path("/{id}")
  @RolesAllowed("operator")
  @Operation(
      operationId = "dropUpload",
      summary = "Drop a file that waits for confirmation; again changes nothing")
  public void drop(@PathParam("id") String id) {
    confirmFile.drop(currentTenant.tenant(), parse(id));
  }

  private static UUID parse(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException notAnId) {
      throw ConfirmFile.unknown(id);
    }
  }
}
