package org.nachbarstrom.suite.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.assertj.core.api.ListAssert;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** Partners, metering and subscriptions of the declaration file. */
class MarketDeclarationTest {

  private static final String COMMUNITY =
      """
      communities:
        c:
          name: C
          keys: [{from: 2026-01-01, method: PROPORTIONAL}]
          members:
            - {accountingPoint: "50000000013", direction: CONSUMPTION, from: 2026-01-01}
            - {accountingPoint: "50000000021", direction: CONSUMPTION, from: 2026-01-01}
            - {accountingPoint: "50000000063", direction: GENERATION, from: 2026-01-01}
      """;

  private static final String PARTNERS =
      """
      partners:
        "9922222000009": {name: Stadtwerk, own: true}
        "9944444000005": {name: Fernlicht Energie}
      """;

  private static final String SUBSCRIPTIONS =
      """
      subscriptions:
        whole: {sender: 9922222000009, partner: 9944444000005, quantity: SHARED,
                community: c, from: 2026-01-01}
        some:
          sender: "9922222000009"
          partner: "9944444000005"
          quantity: RESIDUAL
          accountingPoints: [50000000021, "50000000013"]
          register: 1-1:1.9.1
          from: 2026-01-01
          to: 2027-01-01
      """;

  @Test
  void partnersSayEverythingSoThatWhatIsLeftOutIsTakenBack() throws IOException {
    Declaration declaration =
        Declaration.parse(
            """
            partners:
              9911111000006:
                name: Messwerk Nord
                contact: {email: markt@example.org}
                roles: [{role: METERING_OPERATOR, from: 2020-01-01, to: 2027-01-01}]
                rules: {messageVersion: 2.5, lenient: true, contrl: ALWAYS, acceptTest: true}
                channel: AS4
              "9922222000009": {name: Stadtwerk, own: true}
              "9800000000013": {name: Gasnetz}
            """);
    assertThat(body(declaration, "/v1/partners/9911111000006"))
        .isEqualTo(
            json(
                """
                {"name": "Messwerk Nord", "own": false,
                 "contact": {"name": "", "email": "markt@example.org", "phone": ""},
                 "roles": [{"role": "METERING_OPERATOR", "from": "2020-01-01",
                   "to": "2027-01-01"}],
                 "rules": {"messageVersion": "2.5", "lenient": true, "contrl": "ALWAYS",
                   "acceptTest": true},
                 "channel": "AS4"}
                """));
    assertThat(body(declaration, "/v1/partners/9922222000009"))
        .isEqualTo(
            json(
                """
                {"name": "Stadtwerk", "own": true,
                 "contact": {"name": "", "email": "", "phone": ""}, "roles": [],
                 "rules": {"messageVersion": null, "lenient": false, "contrl": "ON_ERROR",
                   "acceptTest": false},
                 "channel": "PULL"}
                """));
    assertThat(body(declaration, "/v1/partners/9800000000013").at("/rules/contrl").asText())
        .isEqualTo("ALWAYS");
  }

  @Test
  void partnerAsTheServiceShowsItIsUnchanged() throws IOException {
    Declaration declaration =
        Declaration.parse(
            """
            partners:
              "9911111000006":
                name: Messwerk Nord
                roles: [{role: METERING_OPERATOR, from: 2020-01-01}]
            """);
    String shown =
        """
        {"code": "9911111000006", "kind": "BDEW", "qualifier": "500", "name": "Messwerk Nord",
         "own": false, "contact": {"name": "", "email": "", "phone": ""},
         "roles": [{"role": "METERING_OPERATOR", "marketCode": "MSB", "from": "2020-01-01"}],
         "rules": {"lenient": false, "contrl": "ON_ERROR", "acceptTest": false},
         "channel": "PULL", "version": 3, "recordedAt": "2026-11-27T10:00:00Z"}
        """;
    JsonNode declared = body(declaration, "/v1/partners/9911111000006");
    assertThat(ApplyDeclaration.covers(declared, json(shown))).isTrue();
    for (String other :
        new String[] {
          shown.replace("\"lenient\": false", "\"lenient\": true"),
          shown.replace("\"rules\": {", "\"rules\": {\"messageVersion\": \"2.4c\", "),
          shown.replace(
              "\"from\": \"2020-01-01\"", "\"from\": \"2020-01-01\", \"to\": \"2021-01-01\""),
          shown.replace("\"own\": false", "\"own\": true"),
          shown.replace("\"email\": \"\"", "\"email\": \"a@example.org\""),
        }) {
      assertThat(ApplyDeclaration.covers(declared, json(other))).as(other).isFalse();
    }
  }

  @Test
  void meteringFollowsItsAccountingPoint() throws IOException {
    Declaration declaration =
        Declaration.parse(
            COMMUNITY
                + """
                metering:
                  50000000013: {transformerFactor: 40, registerDigits: 6}
                  "50000000063":
                    meteringPoint: DE0005626680200000000000000000001
                    connectionCapacityWatts: 30000
                    from: 2026-03-01
                    checkPoint: DE0005626680200000000000000000002
                """);
    assertThat(declaration.steps().stream().map(Step::kind))
        .containsExactly(
            "accounting point",
            "accounting point",
            "accounting point",
            "metering",
            "metering",
            "community");
    assertThat(body(declaration, "/v1/accounting-points/50000000013/metering"))
        .isEqualTo(
            json(
                """
                {"transformerFactor": 40, "meteringPoint": null, "registerDigits": 6,
                 "connectionCapacityWatts": null, "from": null, "checkPoint": null}
                """));
    assertThat(body(declaration, "/v1/accounting-points/50000000063/metering"))
        .isEqualTo(
            json(
                """
                {"transformerFactor": 1, "meteringPoint": "DE0005626680200000000000000000001",
                 "registerDigits": null, "connectionCapacityWatts": 30000,
                 "from": "2026-03-01", "checkPoint": "DE0005626680200000000000000000002"}
                """));
  }

  @Test
  void namesLineAndFieldOfWrongPartners() {
    assertFindings(
            """
            partners:
              "9911111000007": {name: Check digit}
              "9922222000009":
                name: Twice
                roles:
                  - {role: SUPPLIER, from: 2026-01-01}
                  - {role: GRID_OPERATOR, from: 2026-01-01}
                  - {role: SUPPLIER, from: 2026-06-01}
                  - {role: METERING_OPERATOR, from: 2026-06-01, to: 2026-06-01}
            """)
        .extracting(Finding::line, Finding::pointer)
        .containsExactly(
            Tuple.tuple(2, "/partners/9911111000007"),
            Tuple.tuple(8, "/partners/9922222000009/roles/2"),
            Tuple.tuple(9, "/partners/9922222000009/roles/3/to"));
    assertFindings(
            """
            partners:
              "9911111000006":
                name: N
                roles: [{role: MSB, from: 2026-01-01}]
                channel: FAX
                rules:
                  contrl: NEVER
                  version: 2.5
            """)
        .extracting(Finding::line, Finding::pointer)
        .containsExactly(
            Tuple.tuple(4, "/partners/9911111000006/roles/0/role"),
            Tuple.tuple(5, "/partners/9911111000006/channel"),
            Tuple.tuple(7, "/partners/9911111000006/rules/contrl"),
            Tuple.tuple(8, "/partners/9911111000006/rules/version"));
    assertFindings("tenant: t\npartners:\n  stadtwerk: {name: S}\n")
        .extracting(Finding::line, Finding::pointer)
        .containsExactly(Tuple.tuple(3, "/partners/stadtwerk"));
  }

  @Test
  void namesLineAndFieldOfWrongMetering() {
    assertFindings(
            COMMUNITY
                + """
                metering:
                  "50000000039": {transformerFactor: 40}
                  "50000000013": {meteringPoint: DE0005626680200000000000000000001}
                  "50000000063": {meteringPoint: DE0005626680200000000000000000001}
                  "50000000021": {meteringPoint: DE0005626680200000000000000000001}
                """)
        .containsExactly(
            new Finding(
                10,
                "/metering/50000000039",
                "\"50000000039\" is no member of a community of this file"),
            new Finding(
                13,
                "/metering/50000000021/meteringPoint",
                "meters CONSUMPTION of \"50000000013\" above"));
    assertFindings(
            COMMUNITY
                + """
                metering:
                  "50000000013":
                    transformerFactor: 0
                    registerDigits: 13
                    connectionCapacityWatts: 4.5
                """)
        .extracting(Finding::line)
        .containsExactly(11, 12, 13);
  }

  @Test
  void subscriptionsComeLastAndNameTheirPointsInOrder() throws IOException {
    Declaration declaration = Declaration.parse(COMMUNITY + PARTNERS + SUBSCRIPTIONS);
    assertThat(declaration.steps().stream().map(Step::kind))
        .endsWith("community", "subscription", "subscription");
    assertThat(body(declaration, "/v1/subscriptions/whole"))
        .isEqualTo(
            json(
                """
                {"sender": "9922222000009", "partner": "9944444000005", "quantity": "SHARED",
                 "community": "c", "accountingPoints": [], "register": null, "object": null,
                 "from": "2026-01-01"}
                """));
    assertThat(body(declaration, "/v1/subscriptions/some"))
        .isEqualTo(
            json(
                """
                {"sender": "9922222000009", "partner": "9944444000005", "quantity": "RESIDUAL",
                 "community": null, "accountingPoints": ["50000000013", "50000000021"],
                 "register": "1-1:1.9.1", "object": null, "from": "2026-01-01",
                 "to": "2027-01-01"}
                """));
  }

  @Test
  void subscriptionAsTheServiceShowsItIsUnchanged() throws IOException {
    JsonNode some =
        body(Declaration.parse(COMMUNITY + PARTNERS + SUBSCRIPTIONS), "/v1/subscriptions/some");
    String shown =
        """
        {"id": "some", "sender": "9922222000009", "partner": "9944444000005",
         "quantity": "RESIDUAL", "accountingPoints": ["50000000013", "50000000021"],
         "register": "1-1:1.9.1", "from": "2026-01-01", "to": "2027-01-01"}
        """;
    assertThat(ApplyDeclaration.covers(some, json(shown))).isTrue();
    String moved = shown.replace("\"from\"", "\"object\": \"50000000021\", \"from\"");
    assertThat(ApplyDeclaration.covers(some, json(moved))).isFalse();
    String fewer = shown.replace(", \"50000000021\"]", "]");
    assertThat(ApplyDeclaration.covers(some, json(fewer))).isFalse();
  }

  @Test
  void namesLineAndFieldOfWrongSubscriptions() {
    assertFindings(
            PARTNERS
                + COMMUNITY
                + """
                subscriptions:
                  references:
                    sender: "9944444000005"
                    partner: "9911111000006"
                    quantity: SHARED
                    community: d
                    from: 2026-01-01
                  details:
                    sender: "9922222000009"
                    partner: "9944444000005"
                    quantity: RESIDUAL
                    accountingPoints:
                      - "50000000013"
                      - "50000000039"
                    register: 1-1:1.29.0
                    object: "50000000021"
                    from: 2026-01-01
                    to: 2026-01-01
                  substitutes:
                    {sender: "9922222000009", partner: "9944444000005", from: 2026-01-01,
                     quantity: SUBSTITUTES, community: c,
                     register: 1-1:1.9.0}
                """)
        .extracting(Finding::line, Finding::pointer)
        .containsExactly(
            Tuple.tuple(14, "/subscriptions/references/sender"),
            Tuple.tuple(15, "/subscriptions/references/partner"),
            Tuple.tuple(17, "/subscriptions/references/community"),
            Tuple.tuple(25, "/subscriptions/details/accountingPoints/1"),
            Tuple.tuple(26, "/subscriptions/details/register"),
            Tuple.tuple(27, "/subscriptions/details/object"),
            Tuple.tuple(29, "/subscriptions/details/to"),
            Tuple.tuple(32, "/subscriptions/substitutes/community"),
            Tuple.tuple(33, "/subscriptions/substitutes/register"));
  }

  @Test
  void subscriptionIsOfACommunityOrOfAccountingPoints() {
    String neither =
        """
        subscriptions:
          s: {sender: "9922222000009", partner: "9944444000005", quantity: SHARED, from: 2026-01-01}
        """;
    String both =
        neither.replace("from", "community: c, accountingPoints: [\"50000000013\"], from");
    for (String text : new String[] {neither, both}) {
      assertFindings(PARTNERS + COMMUNITY + text)
          .isNotEmpty()
          .allSatisfy(finding -> assertThat(finding.line()).isEqualTo(13));
    }
  }

  private static ListAssert<Finding> assertFindings(String yaml) {
    return assertThatThrownBy(() -> Declaration.parse(yaml))
        .isInstanceOf(DeclarationRefused.class)
        .extracting(e -> ((DeclarationRefused) e).findings())
        .asInstanceOf(list(Finding.class));
  }

  private static JsonNode body(Declaration declaration, String path) throws IOException {
    Step step =
        declaration.steps().stream()
            .filter(one -> one.path().equals(path))
            .findFirst()
            .orElseThrow();
    return json(step.body().toString());
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }
}
