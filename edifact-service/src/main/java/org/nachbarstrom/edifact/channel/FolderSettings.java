package org.nachbarstrom.edifact.channel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where files are exchanged. */
@ConfigMapping(prefix = "nachbarstrom.edifact.folder")
public interface FolderSettings {
  /** Folder with one folder per tenant, named as the tenant; absent: no files are exchanged. */
  Optional<Path> root();

  /** How long size and time of a file must stay the same until it is taken. */
  @WithDefault("2S")
  Duration quiet();

  /** How long a file rests that could not be taken for a reason that may pass. */
  @WithDefault("30S")
  Duration retry();

  /** Whether what we send is compressed ({@code .txt.gz}). */
  @WithDefault("false")
  boolean compress();
}
