package org.nachbarstrom.metering.upload.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Places for uploads that this process takes, previews or writes at the same time: each may hold
 * some ten megabytes and keeps a thread.
 */
@ApplicationScoped
class UploadPlaces {
  private final int most;
  private final Semaphore free;

  UploadPlaces(@ConfigProperty(name = "nachbarstrom.metering.upload.at-once") int most) {
    if (most < 1) {
      throw new IllegalStateException("nachbarstrom.metering.upload.at-once is below 1: " + most);
    }
    this.most = most;
    free = new Semaphore(most);
  }

  int most() {
    return most;
  }

  /** Takes a place; false if there is none. */
  boolean take() {
    return free.tryAcquire();
  }

  void leave() {
    free.release();
  }
}
