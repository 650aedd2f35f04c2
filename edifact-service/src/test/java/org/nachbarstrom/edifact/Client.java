package org.nachbarstrom.edifact;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;

/** Calls the service as a user of a tenant. */
final class Client {
  private Client() {}

  static RequestSpecification as(String tenant, String role) {
    return given()
        .auth()
        .oauth2(EmbeddedServices.current().token(tenant, role))
        .contentType("application/edifact");
  }

  static ValidatableResponse get(String tenant, String path) {
    return as(tenant, "viewer").get(path).then();
  }

  static ValidatableResponse post(String tenant, String file) {
    return post(tenant, bytes(file));
  }

  static ValidatableResponse post(String tenant, byte[] file) {
    return as(tenant, "operator").body(file).post("/v1/interchanges").then();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] gzip(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes(text));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}
