package org.nachbarstrom.metering.upload.rest;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.nachbarstrom.metering.upload.Bodies;
import org.nachbarstrom.support.problem.PlatformRejection;
import org.nachbarstrom.support.problem.Problem;

/**
 * Lets only uploads, whose bodies are read as they come, be larger than a body that is held in
 * memory may be. An upgrade to HTTP/2 without TLS would hold a body in memory, too: it is not done.
 */
@ApplicationScoped
class BodyLimits implements HttpServerOptionsCustomizer {
  private static final long LARGEST_OTHER_BODY = 10L << 20;

  /** A form is kept on disk until it is read: a file and what stands around it. */
  private static final long LARGEST_FORM = UploadResource.LARGEST_FILE + (1L << 20);

  private static final String UPLOADS = "/v1/uploads";

  /** After the limit of the service has been noted, before anything reads. */
  private static final int PRIORITY = -(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1);

  @Override
  public void customizeHttpServer(HttpServerOptions options) {
    options.setHttp2ClearTextEnabled(false);
  }

  void register(@Observes Filters filters) {
    filters.register(BodyLimits::limit, PRIORITY);
  }

  private static void limit(RoutingContext context) {
    long largest = largest(context);
    String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length == null) {
      context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, largest);
    } else if (Long.parseLong(length) > largest) {
      refuse(context);
      return;
    }
    context.next();
  }

  private static long largest(RoutingContext context) {
    if (!context.normalizedPath().startsWith(UPLOADS)) {
      return LARGEST_OTHER_BODY;
    }
    String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
    boolean isForm = type != null && type.startsWith("multipart/");
    return isForm ? LARGEST_FORM : Bodies.LARGEST_BODY;
  }

  private static void refuse(RoutingContext context) {
    PlatformRejection rejection = PlatformRejection.TOO_LARGE;
    Problem problem = Problem.of(rejection, rejection.title(), List.of());
    context
        .response()
        .setStatusCode(rejection.status())
        .putHeader(HttpHeaders.CONNECTION, "close")
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .end(Json.encode(problem));
  }
}
