package org.nachbarstrom.edifact.channel.persistence;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.nachbarstrom.edifact.channel.ExchangeFiles;
import org.nachbarstrom.edifact.channel.FolderSettings;
import org.nachbarstrom.support.work.WorkLoops;

/** Keeps looking into the folders, if there are any. */
@ApplicationScoped
class FolderLoop {
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final ExchangeFiles files;
  private final FolderSettings settings;

  FolderLoop(ExchangeFiles files, FolderSettings settings) {
    this.files = files;
    this.settings = settings;
  }

  void start(@Observes StartupEvent event, WorkLoops loops) {
    if (settings.root().isPresent()) {
      loops.start("folders", PAUSE, files::step);
    }
  }
}
