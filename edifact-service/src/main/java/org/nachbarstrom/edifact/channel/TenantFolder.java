package org.nachbarstrom.edifact.channel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * The folders of a tenant. Files come into {@code in}, are worked on in {@code work} and end in
 * {@code done} or {@code failed} with what came of them beside them; what is sent lies in {@code
 * out}. Every method may block.
 *
 * @param tenant whose
 * @param root the folder that holds the others
 */
record TenantFolder(Tenant tenant, Path root) {
  private static final String LOCK = ".lock";

  /** The folders below a root whose names are tenants, by name. */
  static List<TenantFolder> below(Path root) throws IOException {
    List<TenantFolder> folders = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(root, Files::isDirectory)) {
      for (Path entry : entries) {
        tenant(entry).ifPresent(tenant -> folders.add(new TenantFolder(tenant, entry)));
      }
    }
    folders.sort(Comparator.comparing(folder -> folder.tenant().id()));
    return folders;
  }

  private static Optional<Tenant> tenant(Path folder) {
    try {
      return Optional.of(new Tenant(String.valueOf(folder.getFileName())));
    } catch (IllegalArgumentException another) {
      return Optional.empty();
    }
  }

  /**
   * Makes the caller the only one that works here until it closes the lock; the operating system
   * frees it if the process dies.
   *
   * @return nothing if somebody else works here
   */
  Optional<FileChannel> lock() throws IOException {
    for (String name : List.of("in", "work", "done", "failed", "out")) {
      Files.createDirectories(root.resolve(name));
    }
    FileChannel channel =
        FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(channel);
      }
    } catch (OverlappingFileLockException sameProcess) {
      // Another part of this process works here; that is as good as another process.
    } catch (IOException failed) {
      channel.close();
      throw failed;
    }
    channel.close();
    return Optional.empty();
  }

  /** Files that a process has claimed and left, the oldest first. */
  List<Path> leftovers() throws IOException {
    return files(root.resolve("work"));
  }

  /** Files that have arrived, the oldest first; those being written under another name are not. */
  List<Path> arrived() throws IOException {
    return files(root.resolve("in"));
  }

  private static List<Path> files(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, TenantFolder::complete)) {
      entries.forEach(files::add);
    }
    List<Aged> aged = new ArrayList<>();
    for (Path file : files) {
      aged.add(new Aged(file, Files.getLastModifiedTime(file).toMillis()));
    }
    aged.sort(
        Comparator.comparingLong(Aged::modifiedMillis)
            .thenComparing(one -> one.file().getFileName().toString()));
    return aged.stream().map(Aged::file).toList();
  }

  private record Aged(Path file, long modifiedMillis) {}

  /** Regular files only, so that no link leads out of the folder. */
  private static boolean complete(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && !name.startsWith(".")
        && !name.endsWith(".tmp")
        && !name.endsWith(".part")
        && !name.endsWith(".filepart");
  }

  /** Takes an arrived file away from whoever else looks at {@code in}. */
  Path claim(Path arrived) throws IOException {
    return Files.move(arrived, working(arrived), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Where an arrived file lies once it is claimed. */
  Path working(Path arrived) {
    return root.resolve("work").resolve(arrived.getFileName());
  }

  /** Moves a claimed file to its end, with what came of it in a file beside it. */
  void finish(Path working, FileOutcome outcome) throws IOException {
    Path folder = root.resolve(outcome.taken() ? "done" : "failed");
    Path end = free(folder, String.valueOf(working.getFileName()));
    write(folder, end.getFileName() + ".json", outcome.json());
    Files.move(working, end, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Path free(Path folder, String name) {
    Path end = folder.resolve(name);
    for (int number = 2; Files.exists(end); number++) {
      end = folder.resolve(name + "~" + number);
    }
    return end;
  }

  /** Puts a file into {@code out}; one of the same name is replaced in one step. */
  void put(String name, byte[] bytes) throws IOException {
    write(root.resolve("out"), name, bytes);
  }

  /** A reader sees all of the file or none of it, also after a power failure. */
  private static void write(Path folder, String name, byte[] bytes) throws IOException {
    Path temporary = folder.resolve("." + name + ".tmp");
    try (FileChannel channel =
        FileChannel.open(
            temporary,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer content = ByteBuffer.wrap(bytes);
      while (content.hasRemaining()) {
        channel.write(content);
      }
      channel.force(true);
    }
    Files.move(temporary, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    }
  }
}
