package org.nachbarstrom.support.tenancy;

import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.nachbarstrom.support.problem.PlatformRejection;
import org.nachbarstrom.support.problem.ProblemException;

/** The tenant of the bearer token of the current request. */
@RequestScoped
public class CurrentTenant {
  private final JsonWebToken token;

  CurrentTenant(JsonWebToken token) {
    this.token = token;
  }

  /**
   * Reads the claim {@code tenant}.
   *
   * @throws ProblemException with {@link PlatformRejection#NO_TENANT} if it is absent or malformed
   */
  public Tenant tenant() {
    Object claim = token.getClaim("tenant");
    if (claim instanceof String id) {
      try {
        return new Tenant(id);
      } catch (IllegalArgumentException malformed) {
        throw new ProblemException(PlatformRejection.NO_TENANT, "The claim 'tenant' is malformed.");
      }
    }
    throw new ProblemException(
        PlatformRejection.NO_TENANT, "The token has no claim 'tenant'; ask your issuer to add it.");
  }
}
