package org.nachbarstrom.metering.upload;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.support.problem.ProblemException;

/** Reads files with columns. The same file with the same mapping always says the same. */
public interface ReadFile {
  /**
   * Reads a file.
   *
   * @param mapping how to understand it; null: to be guessed
   * @param content takes what it says, and what is wrong
   * @throws ProblemException if it is not of its kind, or the mapping does not fit
   */
  Said read(UploadKind kind, byte[] bytes, @Nullable FileMapping mapping, UploadContent content);

  /**
   * What a file says.
   *
   * @param mapping as it was understood
   * @param proposed whether that was guessed
   * @param columns names of the columns
   * @param firstRows the first values
   * @param content all values, and what is wrong
   */
  record Said(
      FileMapping mapping,
      boolean proposed,
      List<String> columns,
      List<Preview.Row> firstRows,
      UploadContent content) {
    /** The same with a mapping that nobody gave. */
    Said asGuess() {
      return new Said(mapping, true, columns, firstRows, content);
    }
  }
}
