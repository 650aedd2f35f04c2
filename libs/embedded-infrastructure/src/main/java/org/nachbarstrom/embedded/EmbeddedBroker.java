package org.nachbarstrom.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.protocol.amqp.broker.AMQPStandardMessage;
import org.apache.activemq.artemis.utils.collections.TypedProperties;
import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.message.Message;

/**
 * Apache Artemis inside this JVM, speaking AMQP 1.0 on 127.0.0.1.
 *
 * <p>All addresses and queues of {@code schemas/broker/addresses.csv} exist before the first client
 * connects, so that no message is lost for want of a reader. A message that is refused 20 times
 * goes to the queue {@code DLQ}.
 */
public final class EmbeddedBroker implements AutoCloseable {

  /** Address and queue of messages that nobody could handle. */
  public static final String DEAD_LETTERS = "DLQ";

  private static final String ADDRESSES = "/schemas/broker/addresses.csv";
  private static final int MAX_DELIVERY_ATTEMPTS = 20;
  private static final long FIRST_REDELIVERY_MILLIS = 200;
  private static final long LAST_REDELIVERY_MILLIS = 5_000;
  private static final int JOURNAL_FILE_BYTES = 4 * 1024 * 1024;
  private static final int LARGEST_ATTRIBUTES = 4096;
  private static final long MEMORY_BYTES = 64L * 1024 * 1024;

  private final EmbeddedActiveMQ server;
  private final int port;
  private final Optional<Path> temporary;

  private EmbeddedBroker(EmbeddedActiveMQ server, int port, Optional<Path> temporary) {
    this.server = server;
    this.port = port;
    this.temporary = temporary;
  }

  /** Starts a broker whose messages are thrown away at the end, on a free port. */
  public static EmbeddedBroker startTemporary() {
    try {
      Path folder = Files.createTempDirectory("nachbarstrom-broker");
      return start(folder, FreePorts.one(), Optional.of(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Starts a broker that keeps its messages in a folder.
   *
   * @param data folder of journal, bindings, pages and large messages
   * @param port TCP port to listen on
   * @throws IllegalStateException if the broker does not start
   */
  public static EmbeddedBroker start(Path data, int port) {
    return start(data, port, Optional.empty());
  }

  private static EmbeddedBroker start(Path data, int port, Optional<Path> temporary) {
    EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    // Artemis's API declares java.lang.Exception.
    try {
      server.setConfiguration(configuration(data, port, temporary.isEmpty()));
      server.start();
      return new EmbeddedBroker(server, port, temporary);
    } catch (Exception e) {
      throw new IllegalStateException("The AMQP broker did not start on port " + port, e);
    }
  }

  /** The port the broker listens on. */
  public int port() {
    return port;
  }

  /**
   * Messages in a queue, counting those a consumer holds unacknowledged.
   *
   * @throws IllegalArgumentException if there is no such queue
   */
  public long messageCount(String queue) {
    return queue(queue).getMessageCount();
  }

  /**
   * Messages of a queue that its consumers have acknowledged since the broker was started.
   *
   * @throws IllegalArgumentException if there is no such queue
   */
  public long acknowledgedCount(String queue) {
    return queue(queue).getMessagesAcknowledged();
  }

  /**
   * Holds the messages of a queue back until {@link #resume}.
   *
   * @throws IllegalArgumentException if there is no such queue
   */
  public void pause(String queue) {
    queue(queue).pause();
  }

  /** Delivers the messages of a queue again. */
  public void resume(String queue) {
    queue(queue).resume();
  }

  private Queue queue(String name) {
    Queue found = server.getActiveMQServer().locateQueue(SimpleString.of(name));
    if (found == null) {
      throw new IllegalArgumentException("No queue " + name);
    }
    return found;
  }

  /**
   * Puts a durable message on an address, as a client would by AMQP but without a connection. The
   * broker delivers it a little later.
   *
   * @param properties application properties
   */
  public void publish(String address, Map<String, String> properties, byte[] body) {
    Message message = Message.Factory.create();
    message.setDurable(true);
    message.setContentType("application/json; charset=utf-8");
    message.setApplicationProperties(new ApplicationProperties(new HashMap<>(properties)));
    message.setBody(new Data(new Binary(body)));
    byte[] room = new byte[body.length + LARGEST_ATTRIBUTES];
    int length = message.encode(room, 0, room.length);
    AMQPStandardMessage encoded =
        new AMQPStandardMessage(0, Arrays.copyOf(room, length), new TypedProperties());
    encoded.setAddress(address);
    encoded.setMessageID(server.getActiveMQServer().getStorageManager().generateID());
    try {
      server.getActiveMQServer().getPostOffice().route(encoded, false);
    } catch (Exception e) {
      throw new IllegalStateException("The broker did not take a message for " + address, e);
    }
  }

  /** Addresses and the queues on them, as agreed between the services. */
  public static Map<String, String> queuesWithTheirAddress() {
    Map<String, String> result = new LinkedHashMap<>();
    try (InputStream in = EmbeddedBroker.class.getResourceAsStream(ADDRESSES)) {
      if (in == null) {
        throw new IllegalStateException(ADDRESSES + " is not on the class path");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      reader
          .lines()
          .skip(1)
          .filter(line -> !line.isBlank())
          .map(line -> line.split(",", 2))
          .forEach(cells -> result.put(cells[1].strip(), cells[0].strip()));
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops the broker; what it holds is kept if it was started on a folder. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The AMQP broker did not stop", e);
    }
    temporary.ifPresent(EmbeddedBroker::delete);
  }

  private static Configuration configuration(Path data, int port, boolean durable)
      throws Exception {
    Configuration configuration =
        new ConfigurationImpl()
            .setName("nachbarstrom")
            .setPersistenceEnabled(true)
            .setJournalType(JournalType.NIO)
            .setJournalFileSize(JOURNAL_FILE_BYTES)
            .setJournalMinFiles(2)
            .setJournalDatasync(durable)
            .setJournalDirectory(data.resolve("journal").toString())
            .setBindingsDirectory(data.resolve("bindings").toString())
            .setPagingDirectory(data.resolve("paging").toString())
            .setLargeMessagesDirectory(data.resolve("large-messages").toString())
            .setGlobalMaxSize(MEMORY_BYTES)
            .setMaxDiskUsage(-1)
            .setSecurityEnabled(false)
            .setCriticalAnalyzer(false)
            .setJMXManagementEnabled(false)
            .addAddressSetting("#", settings())
            // The broker's own notifications have no readers and are no lost messages.
            .addAddressSetting("activemq.#", settings().setSendToDLAOnNoRoute(false))
            .addAcceptorConfiguration(
                "amqp",
                "tcp://127.0.0.1:" + port + "?protocols=AMQP;amqpCredits=100;amqpLowCredits=30");
    configuration.addAddressConfiguration(address(DEAD_LETTERS, DEAD_LETTERS, RoutingType.ANYCAST));
    queuesWithTheirAddress()
        .forEach((queue, name) ->
            configuration.addAddressConfiguration(address(name, queue, RoutingType.MULTICAST)));
    return configuration;
  }

  private static CoreAddressConfiguration address(String name, String queue, RoutingType type) {
    return new CoreAddressConfiguration()
        .setName(name)
        .addRoutingType(type)
        .addQueueConfiguration(
            QueueConfiguration.of(queue).setAddress(name).setRoutingType(type).setDurable(true));
  }

  private static AddressSettings settings() {
    SimpleString deadLetters = SimpleString.of(DEAD_LETTERS);
    return new AddressSettings()
        .setDeadLetterAddress(deadLetters)
        .setExpiryAddress(deadLetters)
        .setSendToDLAOnNoRoute(true)
        .setMaxDeliveryAttempts(MAX_DELIVERY_ATTEMPTS)
        .setRedeliveryDelay(FIRST_REDELIVERY_MILLIS)
        .setRedeliveryMultiplier(2)
        .setMaxRedeliveryDelay(LAST_REDELIVERY_MILLIS)
        .setAutoDeleteQueues(false)
        .setAutoDeleteAddresses(false)
        .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE);
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
