package org.nachbarstrom.edifact.interchange.rest;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestMulti;
import org.nachbarstrom.edifact.interchange.Interchange;
import org.nachbarstrom.edifact.interchange.InterchangeFinder;
import org.nachbarstrom.edifact.interchange.InterchangeFinder.Listed;
import org.nachbarstrom.edifact.interchange.InterchangeRejection;
import org.nachbarstrom.edifact.interchange.InterchangeSearch;
import org.nachbarstrom.edifact.interchange.InterchangeStore;
import org.nachbarstrom.edifact.interchange.ReceiveInterchange;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.problem.Problem;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.rest.Page;
import org.nachbarstrom.support.tenancy.CurrentTenant;
import org.nachbarstrom.support.tenancy.Tenant;

/** Interchanges in, and what became of them. */
@Path("/v1/interchanges")
@RolesAllowed({"viewer", "operator"})
class InterchangeResource {
  private static final String EDIFACT = "application/edifact";

  private final ReceiveInterchange receive;
  private final InterchangeStore store;
  private final InterchangeFinder finder;
  private final TenantTransactions transactions;
  private final CurrentTenant current;

  InterchangeResource(
      ReceiveInterchange receive,
      InterchangeStore store,
      InterchangeFinder finder,
      TenantTransactions transactions,
      CurrentTenant current) {
    this.receive = receive;
    this.store = store;
    this.finder = finder;
    this.transactions = transactions;
    this.current = current;
  }

  @POST
  @Blocking
  @RolesAllowed("operator")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "receiveInterchange",
      summary = "Take an EDIFACT interchange; answers each of its messages")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = EDIFACT,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(
      responseCode = "201",
      description = "The syntax is right; state says whether messages were taken",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = InterchangeView.class)))
  @APIResponse(
      responseCode = "409",
      description = "EDIFACT-0001: received before; member interchange is its id",
      content = @Content(mediaType = Problem.MEDIA_TYPE))
  @APIResponse(
      responseCode = "413",
      description = "EDIFACT-0005: a gzip file that unpacks to more than allowed",
      content = @Content(mediaType = Problem.MEDIA_TYPE))
  @APIResponse(
      responseCode = "422",
      description =
          "EDIFACT-0002: broken syntax; member contrl is the answer to the sender."
              + " EDIFACT-0006: a gzip file that cannot be unpacked",
      content = @Content(mediaType = Problem.MEDIA_TYPE))
  public Uni<Response> receive(InputStream body) throws IOException {
    Tenant tenant = current.tenant();
    Upload upload = Upload.of(body);
    return EventLoop.run(() -> receive.receive(tenant, upload))
        .onTermination()
        .invoke(upload::delete)
        .map(Answers::to);
  }

  @GET
  @Operation(operationId = "listInterchanges", summary = "Received interchanges, the latest first")
  public Uni<Page<InterchangeView>> list(
      @BeanParam SearchParameters parameters,
      @QueryParam("cursor") @DefaultValue("9223372036854775807") @Min(1) long cursor,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
    InterchangeSearch search = parameters.search();
    return inTransaction(() -> finder.interchanges(search, cursor, limit + 1))
        .map(found -> page(found, limit));
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getInterchange", summary = "One interchange with all its messages")
  public Uni<InterchangeView> get(@PathParam("id") String id) {
    UUID wanted = read(id);
    return inTransaction(() ->
        found(wanted)
            .chain(interchange ->
                store.messages(wanted).map(messages -> InterchangeView.of(interchange, messages))));
  }

  @GET
  @Path("/{id}/raw")
  @Produces(EDIFACT)
  @Operation(
      operationId = "getRawInterchange",
      summary = "The bytes as they were received, gzip or not")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(
      responseCode = "410",
      description = "EDIFACT-0007: they are kept no longer",
      content = @Content(mediaType = Problem.MEDIA_TYPE))
  public RestMulti<Buffer> raw(@PathParam("id") String id) {
    UUID wanted = read(id);
    Tenant tenant = current.tenant();
    return RestMulti.fromUniResponse(
        inTransaction(() -> found(wanted)).invoke(InterchangeResource::refuseErased),
        interchange -> new RawParts(transactions, store, tenant, interchange).stream(),
        interchange ->
            Map.of(
                "Content-Disposition",
                List.of("attachment; filename=\"" + interchange.fileName() + "\"")));
  }

  @GET
  @Path("/{id}/contrl")
  @Produces(EDIFACT)
  @Operation(
      operationId = "getContrl",
      summary = "The CONTRL that answers the interchange, where one is due")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Uni<byte[]> contrl(@PathParam("id") String id) {
    UUID wanted = read(id);
    return inTransaction(() -> found(wanted).chain(interchange -> store.contrl(wanted)))
        .map(contrl ->
            contrl.orElseThrow(() ->
                new ProblemException(
                    InterchangeRejection.NO_CONTRL,
                    "In electricity a CONTRL answers syntax errors only; none is due here.")));
  }

  private static void refuseErased(Interchange interchange) {
    interchange
        .erasedAt()
        .ifPresent(at -> {
          throw new ProblemException(
              InterchangeRejection.INTERCHANGE_ERASED,
              "The bytes of interchange %s were erased at %s.".formatted(interchange.id(), at));
        });
  }

  private Uni<Interchange> found(UUID id) {
    return store
        .find(id)
        .map(interchange -> interchange.orElseThrow(() -> notFound(id.toString())));
  }

  private <T> Uni<T> inTransaction(Supplier<Uni<T>> work) {
    return transactions.inTransaction(current.tenant(), work);
  }

  private static Page<InterchangeView> page(List<Listed> found, int limit) {
    List<InterchangeView> items =
        found.stream().limit(limit).map(one -> InterchangeView.listed(one.interchange())).toList();
    String next = found.size() > limit ? Long.toString(found.get(limit - 1).position()) : null;
    return new Page<>(items, next);
  }

  static UUID read(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException malformed) {
      throw notFound(id);
    }
  }

  static ProblemException notFound(String id) {
    return new ProblemException(
        InterchangeRejection.INTERCHANGE_NOT_FOUND, "There is no interchange " + id + ".");
  }
}
