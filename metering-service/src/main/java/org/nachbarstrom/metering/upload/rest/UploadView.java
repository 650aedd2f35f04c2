package org.nachbarstrom.metering.upload.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.nachbarstrom.metering.upload.ConfirmFile;
import org.nachbarstrom.metering.upload.FileMapping;
import org.nachbarstrom.metering.upload.Preview;
import org.nachbarstrom.metering.upload.Upload;
import org.nachbarstrom.metering.upload.UploadRejection;
import org.nachbarstrom.metering.upload.Uploads;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.problem.FieldError;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.Tenant;
import org.nachbarstrom.support.work.EventLoops;

/** Shows uploads with what was rejected of them and, for files, the preview. */
@ApplicationScoped
class UploadView {
  private static final int REJECTIONS_SHOWN = 100;

  private final Clock clock;
  private final EventLoops loops;
  private final TenantTransactions transactions;
  private final Uploads uploads;
  private final ObjectMapper json;

  UploadView(
      Clock clock,
      EventLoops loops,
      TenantTransactions transactions,
      Uploads uploads,
      ObjectMapper json) {
    this.clock = clock;
    this.loops = loops;
    this.transactions = transactions;
    this.uploads = uploads;
    this.json = json;
  }

  /** The upload with its details; blocks. */
  UploadAnswer of(Tenant tenant, Upload upload) {
    return loops.await(() -> transactions.inTransaction(tenant, () -> details(upload)));
  }

  /** The upload of the id with its details. */
  Uni<UploadAnswer> find(Tenant tenant, UUID id) {
    return transactions.inTransaction(
        tenant,
        () ->
            uploads
                .find(id)
                .map(found -> found.orElseThrow(() -> ConfirmFile.unknown(id)))
                .chain(this::details));
  }

  private Uni<UploadAnswer> details(Upload upload) {
    return uploads
        .rejections(upload.id(), 0, REJECTIONS_SHOWN)
        .chain(rejections ->
            uploads
                .preview(upload.id())
                .map(preview ->
                    UploadAnswer.of(upload, clock.instant())
                        .with(rejections, preview.map(this::preview).orElse(null))));
  }

  /** A list of uploads without details. */
  List<UploadAnswer> summaries(List<Upload> list) {
    return list.stream().map(upload -> UploadAnswer.of(upload, clock.instant())).toList();
  }

  private Preview preview(String text) {
    try {
      return json.readValue(text, Preview.class);
    } catch (JsonProcessingException ourOwn) {
      throw new IllegalStateException(ourOwn);
    }
  }

  /** Reads a mapping that came with a file. */
  FileMapping mapping(String text) {
    try {
      return json.readValue(text, FileMapping.class);
    } catch (JsonProcessingException unreadable) {
      throw new ProblemException(
          UploadRejection.INVALID_MAPPING,
          "The mapping is not JSON of the agreed form.",
          List.of(new FieldError("mapping", "UNREADABLE", unreadable.getOriginalMessage())));
    }
  }
}
