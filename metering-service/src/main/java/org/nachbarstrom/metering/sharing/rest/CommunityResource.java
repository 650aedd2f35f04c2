package org.nachbarstrom.metering.sharing.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.sharing.Communities;
import org.nachbarstrom.metering.sharing.Community;
import org.nachbarstrom.metering.sharing.DeclareCommunity;
import org.nachbarstrom.metering.sharing.KeyMethod;
import org.nachbarstrom.metering.sharing.Member;
import org.nachbarstrom.metering.sharing.SharingKey;
import org.nachbarstrom.metering.sharing.SharingRejection;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.rest.Page;
import org.nachbarstrom.support.tenancy.CurrentTenant;

@Path("/v1/communities")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Communities")
class CommunityResource {
  private static final int LARGEST_PAGE = 1000;

  private final CurrentTenant currentTenant;
  private final TenantTransactions transactions;
  private final Communities communities;
  private final DeclareCommunity declare;

  CommunityResource(
      CurrentTenant currentTenant,
      TenantTransactions transactions,
      Communities communities,
      DeclareCommunity declare) {
    this.currentTenant = currentTenant;
    this.transactions = transactions;
    this.communities = communities;
    this.declare = declare;
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed("operator")
  @Operation(
      operationId = "declareCommunity",
      summary = "Declare a community with keys and members; the same again changes nothing")
  public Uni<CommunityAnswer> put(@PathParam("id") String id, @NotNull CommunityBody body) {
    return declare.declare(currentTenant.tenant(), body.read(id)).map(CommunityAnswer::of);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({"viewer", "operator"})
  @Operation(operationId = "getCommunity", summary = "A declared community")
  public Uni<CommunityAnswer> get(@PathParam("id") String id) {
    return transactions
        .inTransaction(currentTenant.tenant(), () -> communities.find(id))
        .map(found ->
            found
                .map(CommunityAnswer::of)
                .orElseThrow(() ->
                    new ProblemException(
                        SharingRejection.UNKNOWN_COMMUNITY,
                        "Community '" + id + "' is not declared.")));
  }

  @GET
  @RolesAllowed({"viewer", "operator"})
  @Operation(operationId = "listCommunities", summary = "Ids of the declared communities")
  public Uni<Page<CommunityId>> list(
      @QueryParam("limit") @DefaultValue("100") int limit,
      @QueryParam("cursor") @DefaultValue("") String cursor) {
    int size = Math.clamp(limit, 1, LARGEST_PAGE);
    return transactions
        .inTransaction(currentTenant.tenant(), () -> communities.list(cursor, size))
        .map(ids ->
            new Page<>(
                ids.stream().map(CommunityId::new).toList(),
                ids.size() < size ? null : ids.getLast()));
  }

  record CommunityId(String community) {}

  record CommunityAnswer(
      String community,
      String name,
      String zone,
      List<KeyAnswer> keys,
      List<MemberAnswer> members,
      boolean holdCorrections,
      int revision) {
    static CommunityAnswer of(Communities.Revised revised) {
      Community community = revised.community();
      return new CommunityAnswer(
          community.id(),
          community.name(),
          community.zone().getId(),
          community.keys().stream().map(KeyAnswer::of).toList(),
          community.members().stream().map(MemberAnswer::of).toList(),
          community.holdsCorrections(),
          revised.revision());
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record KeyAnswer(
      LocalDate from, @Nullable LocalDate to, KeyMethod method, @Nullable List<KeyMethod> groups) {
    static KeyAnswer of(SharingKey key) {
      return new KeyAnswer(
          key.valid().from(),
          key.valid().to(),
          key.method(),
          key.groups().isEmpty() ? null : key.groups());
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record MemberAnswer(
      String accountingPoint,
      EnergyDirection direction,
      LocalDate from,
      @Nullable LocalDate to,
      @Nullable BigDecimal sharePercent,
      @Nullable Integer group,
      @Nullable Integer participationPercent) {
    static MemberAnswer of(Member member) {
      return new MemberAnswer(
          member.accountingPoint().value(),
          member.direction(),
          member.valid().from(),
          member.valid().to(),
          member.sharePercent(),
          member.group() == 0 ? null : member.group(),
          member.participationPercent() == Member.FULL_PARTICIPATION
              ? null
              : member.participationPercent());
    }
  }
}
