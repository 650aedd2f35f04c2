package org.nachbarstrom.embedded;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only the user who wrote them may read. */
public final class SecretFile {

  private SecretFile() {}

  /** Writes the content so that no other user can read it at any moment and no reader sees half. */
  public static void write(Path file, String content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    // Files.createTempFile makes files of mode 600 where the file system knows modes.
    Path draft = Files.createTempFile(folder, file.getFileName().toString(), ".new");
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
    }
    Files.writeString(draft, content);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
