package org.nachbarstrom.suite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutgoingTablesTest {

  @Test
  void countsWhatWaitsByPartnerAndType() throws IOException {
    assertThat(OutgoingTables.waiting(interchanges()).lines())
        .containsExactly(
            "partner        type    interchanges  messages",
            "9911111000006  APERAK             2        11",
            "9944444000005  MSCONS             1        14");
  }

  @Test
  void listsEachWithWhyItIsParked() throws IOException {
    assertThat(OutgoingTables.all(interchanges()).lines())
        .containsExactly(
            "file  messages  state      channel  finding",
            "a            8  pending    PULL",
            "b            3  pending    PULL",
            "c           14  pending    FOLDER",
            "d            1  delivered  PULL",
            "e            1  parked     PULL     RFF is missing");
  }

  private static List<JsonNode> interchanges() throws IOException {
    return new ObjectMapper()
        .readTree(
            """
            [{"fileName": "a", "recipient": "9911111000006", "type": "APERAK",
              "state": "PENDING", "channel": "PULL", "messageCount": 8, "findings": []},
             {"fileName": "b", "recipient": "9911111000006", "type": "APERAK",
              "state": "PENDING", "channel": "PULL", "messageCount": 3, "findings": []},
             {"fileName": "c", "recipient": "9944444000005", "type": "MSCONS",
              "state": "PENDING", "channel": "FOLDER", "messageCount": 14, "findings": []},
             {"fileName": "d", "recipient": "9911111000006", "type": "APERAK",
              "state": "DELIVERED", "channel": "PULL", "messageCount": 1, "findings": []},
             {"fileName": "e", "recipient": "9944444000005", "type": "MSCONS",
              "state": "PARKED", "channel": "PULL", "messageCount": 1,
              "findings": ["RFF is missing", "and more"]}]
            """)
        .valueStream()
        .toList();
  }
}
