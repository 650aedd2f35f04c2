package org.nachbarstrom.suite.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nachbarstrom.suite.example.ExampleCommunity;
import org.nachbarstrom.suite.example.ExampleDeclaration;

class DeclarationTest {

  private static final String EXAMPLE = "/schemas/declaration/v1/examples/sonnenweg.yaml";

  @Test
  void publishedExampleBecomesTheResourcesOfTheServices() throws IOException {
    Declaration declaration = Declaration.parse(example());

    assertThat(declaration.tenant()).contains("stadtwerk");
    assertThat(declaration.steps().stream().map(Step::path))
        .containsExactly(
            "/v1/parties/ahrens",
            "/v1/parties/brandt",
            "/v1/parties/pv-nord",
            "/v1/partners/9911111000006",
            "/v1/partners/9922222000009",
            "/v1/partners/9933333000002",
            "/v1/partners/9944444000005",
            "/v1/tariffs/haushalt",
            "/v1/tariffs/pv",
            "/v1/accounting-points/50000000013",
            "/v1/accounting-points/50000000021",
            "/v1/accounting-points/50000000063",
            "/v1/accounting-points/50000000063/metering",
            "/v1/payers/50000000013",
            "/v1/payers/50000000021",
            "/v1/payers/50000000063",
            "/v1/contracts/50000000013",
            "/v1/contracts/50000000021",
            "/v1/contracts/50000000063",
            "/v1/communities/sonnenweg",
            "/v1/subscriptions/sonnenweg-shared",
            "/v1/subscriptions/sonnenweg-residual");
  }

  @Test
  void datesAndPricesOfThePublishedExampleArriveExactly() throws IOException {
    Declaration declaration = Declaration.parse(example());
    assertThat(body(declaration, "/v1/payers/50000000021"))
        .isEqualTo(
            json(
                """
                {"assignments": [
                  {"party": "brandt", "from": "2026-01-01", "to": "2026-06-01"},
                  {"party": "ahrens", "from": "2026-06-01"}]}
                """));
    assertThat(body(declaration, "/v1/tariffs/haushalt").at("/components/1"))
        .isEqualTo(
            json(
                """
                {"kind": "BASE_FEE", "price": "0.35", "vatPercent": "19", "from": "2026-01-01"}
                """));
    assertThat(body(declaration, "/v1/communities/sonnenweg").at("/members/1"))
        .isEqualTo(
            json(
                """
                {"accountingPoint": "50000000013", "direction": "CONSUMPTION",
                 "from": "2026-01-01", "sharePercent": "60"}
                """));
  }

  @Test
  void theGeneratedExampleIsAValidDeclaration() {
    String yaml = ExampleDeclaration.of(List.of(ExampleCommunity.demo()));
    // 8 parties, 2 tariffs, 8 points, 8 payers, 8 contracts, 1 community.
    assertThat(Declaration.parse(yaml).steps()).hasSize(35);
    // 4 partners and 2 subscriptions more.
    assertThat(Declaration.parse(ExampleDeclaration.demo()).steps()).hasSize(41);
  }

  @Test
  void namesLineAndFieldOfWhatTheSchemaRefuses() {
    assertFindings(
            """
            parties:
              ahrens: {name: Ahrens, phone: 1}
            tariffs:
              t:
                name: T
                components:
                  - {kind: WIND, price: 28, from: 2026-01-01}
                  - kind: BASE_FEE
                    price: a lot
                    from: 2026-01-01
            """)
        .containsExactly(
            new Finding(2, "/parties/ahrens/phone", "is not a field of this file"),
            new Finding(
                7,
                "/tariffs/t/components/0/kind",
                "does not have a value in the enumeration [\"BASE_FEE\", \"RESIDUAL_ENERGY\","
                    + " \"SHARED_ENERGY\", \"SURPLUS_ENERGY\"]"),
            new Finding(
                9,
                "/tariffs/t/components/1/price",
                "does not match the regex pattern ^-?[0-9]{1,10}(\\.[0-9]{1,8})?$"));
  }

  @Test
  void namesLineAndFieldOfWhatMakesNoSense() {
    assertFindings(
            """
            parties: {ahrens: {name: Ahrens}}
            communities:
              c:
                name: C
                zone: Mars/Olympus
                keys:
                  - {from: 2026-01-01, method: STATIC}
                  - {from: 2026-02-01, method: PROPORTIONAL}
                members:
                  - accountingPoint: 50000000014
                    direction: CONSUMPTION
                    from: 2026-01-01
                    party: nobody
                    sharePercent: 10
                  - accountingPoint: "50000000021"
                    direction: CONSUMPTION
                    from: 2026-03-01
                    to: 2026-03-01
                    sharePercent: 10
            """)
        .extracting(Finding::line, Finding::pointer)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(5, "/communities/c/zone"),
            org.assertj.core.groups.Tuple.tuple(8, "/communities/c/keys/1"),
            org.assertj.core.groups.Tuple.tuple(10, "/communities/c/members/0/accountingPoint"),
            org.assertj.core.groups.Tuple.tuple(13, "/communities/c/members/0/party"),
            org.assertj.core.groups.Tuple.tuple(18, "/communities/c/members/1/to"));
  }

  @Test
  void sharesOfADayMayNotExceedTheWhole() {
    assertFindings(
            """
            communities:
              c:
                name: C
                keys:
                  - {from: 2026-01-01, method: STATIC}
                members:
                  - {accountingPoint: "50000000013", direction: CONSUMPTION,
                     from: 2026-01-01, sharePercent: 60}
                  - {accountingPoint: "50000000021", direction: CONSUMPTION,
                     from: 2026-05-01, sharePercent: 40.5}
            """)
        .containsExactly(
            new Finding(5, "/communities/c/keys/0", "the shares of 2026-05-01 add up to 100.5 %"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"building-42b", "quarter-42c", "austria"})
  void everyPublishedExampleIsValid(String name) throws IOException {
    String path = "/schemas/declaration/v1/examples/" + name + ".yaml";
    try (InputStream in = DeclarationTest.class.getResourceAsStream(path)) {
      byte[] file = Objects.requireNonNull(in).readAllBytes();
      assertThat(Declaration.parse(new String(file, StandardCharsets.UTF_8)).steps())
          .extracting(Step::kind)
          .contains("accounting point", "community");
    }
  }

  @Test
  void presetsChooseMethodAndZone() throws IOException {
    Declaration declaration =
        Declaration.parse(
            """
            communities:
              haus:
                name: Haus
                keys: [{from: 2026-06-01, preset: BUILDING}]
                members:
                  - {accountingPoint: "50000000013", direction: CONSUMPTION, from: 2026-06-01}
              vereint:
                name: Vereint
                keys: [{from: 2026-06-01, preset: AUSTRIA_DYNAMIC}]
                members:
                  - {accountingPoint: "50000000021", direction: CONSUMPTION, from: 2026-06-01,
                     participationPercent: 40}
            """);
    assertThat(body(declaration, "/v1/communities/haus"))
        .isEqualTo(
            json(
                """
                {"name": "Haus", "zone": "Europe/Berlin", "holdCorrections": false,
                 "keys": [{"from": "2026-06-01", "method": "EQUAL"}],
                 "members": [{"accountingPoint": "50000000013", "direction": "CONSUMPTION",
                   "from": "2026-06-01"}]}
                """));
    JsonNode vereint = body(declaration, "/v1/communities/vereint");
    assertThat(vereint.path("zone").asText()).isEqualTo("Europe/Vienna");
    assertThat(vereint.at("/keys/0/method").asText()).isEqualTo("PROPORTIONAL");
    assertThat(vereint.at("/members/0/participationPercent").asInt()).isEqualTo(40);
  }

  @Test
  void consumersOfACascadeNeedAGroupAndSharesAddUpWithinIt() {
    assertFindings(
            """
            communities:
              c:
                name: C
                keys:
                  - {from: 2026-01-01, method: CASCADE, groups: [STATIC, EQUAL]}
                members:
                  - {accountingPoint: "50000000013", direction: CONSUMPTION, from: 2026-01-01,
                     group: 1, sharePercent: 60}
                  - {accountingPoint: "50000000021", direction: CONSUMPTION, from: 2026-01-01,
                     group: 1, sharePercent: 50}
                  - {accountingPoint: "50000000039", direction: CONSUMPTION, from: 2026-01-01,
                     group: 2}
                  - {accountingPoint: "50000000047", direction: CONSUMPTION, from: 2026-01-01,
                     group: 3}
                  - {accountingPoint: "50000000055", direction: CONSUMPTION, from: 2026-01-01,
                     group: 1}
            """)
        .extracting(Finding::line, Finding::message)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(5, "the shares of 2026-01-01 add up to 110 %"),
            org.assertj.core.groups.Tuple.tuple(
                13, "needs group, 1 to 2, while the key is a CASCADE"),
            org.assertj.core.groups.Tuple.tuple(
                15, "needs sharePercent while the community's key is STATIC"));
  }

  @Test
  void namesTheLineOfBrokenYaml() {
    assertFindings("parties:\n  a: {name: A\n  b: {name: B}\n")
        .extracting(Finding::line)
        .containsExactly(3);
    assertFindings("").extracting(Finding::message).containsExactly("the file is empty");
  }

  @Test
  void whatIsPresentCoversTheDeclaredWhateverOrderAndNotation() throws IOException {
    JsonNode declared =
        json("{\"name\": \"T\", \"components\": [{\"price\": \"28\"}, {\"price\": \"0.35\"}]}");
    JsonNode present =
        json(
            "{\"id\": \"t\", \"name\": \"T\","
                + " \"components\": [{\"price\": \"0.350\"}, {\"price\": \"28.00\"}]}");
    assertThat(ApplyDeclaration.covers(declared, present)).isTrue();
    assertThat(ApplyDeclaration.covers(declared, json("{\"name\": \"T\"}"))).isFalse();
    JsonNode open = json("{\"from\": \"2026-01-01\"}");
    JsonNode ended = json("{\"from\": \"2026-01-01\", \"to\": \"2026-02-01\"}");
    assertThat(ApplyDeclaration.covers(open, ended)).isFalse();
    JsonNode part = json("{\"from\": \"2026-01-01\", \"participationPercent\": 40}");
    assertThat(ApplyDeclaration.covers(open, part)).isFalse();
    JsonNode unknown = json("{\"registerDigits\": null}");
    assertThat(ApplyDeclaration.covers(unknown, json("{}"))).isTrue();
    assertThat(ApplyDeclaration.covers(unknown, json("{\"registerDigits\": 6}"))).isFalse();
    JsonNode groups = json("{\"groups\": [\"EQUAL\", \"STATIC\"]}");
    assertThat(ApplyDeclaration.covers(groups, json("{\"groups\": [\"STATIC\", \"EQUAL\"]}")))
        .isFalse();
  }

  private static ListAssert<Finding> assertFindings(String yaml) {
    return assertThatThrownBy(() -> Declaration.parse(yaml))
        .isInstanceOf(DeclarationRefused.class)
        .extracting(e -> ((DeclarationRefused) e).findings(), LIST)
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Finding.class));
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

  private static String example() throws IOException {
    try (InputStream in = DeclarationTest.class.getResourceAsStream(EXAMPLE)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
