package org.nachbarstrom.metering.upload.rest;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.nachbarstrom.metering.upload.UploadRejection;
import org.nachbarstrom.support.problem.ProblemException;

/** Tells whoever is one upload too many, before anything of it is begun, and to come again. */
@TakesPlace
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
class UploadsAtOnce {
  private final UploadPlaces places;

  UploadsAtOnce(UploadPlaces places) {
    this.places = places;
  }

  @AroundInvoke
  Object bounded(InvocationContext request) throws Exception {
    if (!places.take()) {
      throw new ProblemException(
          UploadRejection.TOO_MANY_UPLOADS,
          "%d uploads are being taken. Nothing of this one was; send it again in some seconds."
              .formatted(places.most()));
    }
    try {
      return request.proceed();
    } finally {
      places.leave();
    }
  }
}
