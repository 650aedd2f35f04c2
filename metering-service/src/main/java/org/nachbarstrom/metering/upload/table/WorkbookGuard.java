package org.nachbarstrom.metering.upload.table;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.nachbarstrom.metering.upload.UploadRejection;
import org.nachbarstrom.support.problem.ProblemException;

/**
 * Goes through a workbook once, keeping nothing, before it is read: how much it unpacks to, and
 * whether cells lie where a sheet has none, for which the library would reserve memory.
 */
final class WorkbookGuard {
  /** Bytes to which a workbook may unpack. */
  static final long LARGEST = 128L << 20;

  /** Columns of a sheet. */
  static final int MOST_COLUMNS = 16_384;

  private static final int MOST_ENTRIES = 1_000;
  private static final int PEEKED = 4;
  private static final int LETTERS = 26;
  private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

  static {
    XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  private WorkbookGuard() {}

  /**
   * Lets a workbook pass or not.
   *
   * @throws ProblemException if it is none, or hostile
   */
  static void check(byte[] bytes) {
    int entries = 0;
    // By the directory at the end, as the library finds parts, not by what stands before each.
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)).get()) {
      Counter counter = new Counter();
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        if (++entries > MOST_ENTRIES) {
          throw unreadable("it has more than " + MOST_ENTRIES + " parts");
        }
        try (InputStream part = new Counted(zip.getInputStream(entry), counter)) {
          part(part);
        }
      }
    } catch (IOException | XMLStreamException | IllegalArgumentException broken) {
      throw unreadable(String.valueOf(broken.getMessage()));
    }
    if (entries == 0) {
      throw unreadable("it has no parts");
    }
  }

  private static void part(InputStream zip) throws IOException, XMLStreamException {
    BufferedInputStream part = new BufferedInputStream(zip);
    part.mark(PEEKED);
    boolean isXml = false;
    for (byte peeked : part.readNBytes(PEEKED)) {
      isXml |= peeked == '<';
    }
    part.reset();
    if (isXml) {
      cells(part);
    } else {
      part.transferTo(OutputStream.nullOutputStream());
    }
  }

  private static void cells(InputStream part) throws XMLStreamException {
    XMLStreamReader reader = XML.createXMLStreamReader(part);
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("c")) {
        String address = reader.getAttributeValue(null, "r");
        if (address != null && column(address) > MOST_COLUMNS) {
          throw unreadable("no sheet has a cell " + address);
        }
      }
    }
  }

  /** Number of the column of an address such as {@code AB12}, as far as it matters. */
  private static int column(String address) {
    int column = 0;
    int at = 0;
    while (at < address.length()
        && Character.isLetter(address.charAt(at))
        && column <= MOST_COLUMNS) {
      column = LETTERS * column + Character.toUpperCase(address.charAt(at)) - 'A' + 1;
      at++;
    }
    return column;
  }

  private static ProblemException unreadable(String why) {
    return new ProblemException(
        UploadRejection.UNREADABLE_FILE, "The file is no workbook that can be read: " + why + ".");
  }

  /** Bytes of all parts so far. */
  private static final class Counter {
    private long size;

    void add(int read) {
      size += Math.max(0, read);
      if (size > LARGEST) {
        throw new ProblemException(
            UploadRejection.UPLOAD_TOO_LARGE,
            "The workbook unpacks to more than %,d bytes.".formatted(LARGEST));
      }
    }
  }

  private static final class Counted extends FilterInputStream {
    private final Counter counter;

    Counted(InputStream part, Counter counter) {
      super(part);
      this.counter = counter;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = super.read(target, offset, length);
      counter.add(read);
      return read;
    }
  }
}
