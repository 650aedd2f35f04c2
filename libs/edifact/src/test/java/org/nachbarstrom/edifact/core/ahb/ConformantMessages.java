package org.nachbarstrom.edifact.core.ahb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A message for each Prüfidentifikator that the handbook allows, written by hand from its tables. A
 * question mark before a segment says that the message would do without it.
 */
final class ConformantMessages {
  private static final String POWER =
      """
      NAD+MS+9900000000011::293
      NAD+MR+9900000000029::293
      UNS+D
      """;
  private static final String GAS =
      """
      NAD+MS+9800000000013::332
      NAD+MR+9800000000021::332
      UNS+D
      """;
  private static final String METERING_POINT = "LOC+172+DE0000019999900000000000000000123\n";
  private static final String MARKET_LOCATION = "LOC+172+51238696781\n";
  private static final String DAY =
      """
      DTM+163:202611192300?+00:303
      DTM+164:202611202300?+00:303
      """;
  private static final String QUARTER_HOUR =
      """
      DTM+163:202611192300?+00:303
      DTM+164:202611192315?+00:303
      """;
  private static final String OCTOBER =
      """
      DTM+163:202609302200?+00:303
      DTM+164:202610312300?+00:303
      """;
  private static final String GAS_OCTOBER =
      """
      DTM+163:202610010400?+00:303
      DTM+164:202611010500?+00:303
      """;
  private static final String BALANCING =
      """
      DTM+492:202610:610
      DTM+293:20261120050000?+00:304
      """;
  private static final String SUBSTITUTE =
      """
      STS+Z32++Z92
      ?STS+Z34++Z74
      STS+Z40++Z74
      """;

  private ConformantMessages() {}

  /** Segments of each message in the order of the message, without UNT. */
  static Map<String, List<String>> all(String version) {
    Map<String, String> texts = new LinkedHashMap<>();
    readings(texts);
    series(texts);
    loadProfiles(texts);
    quantities(texts);
    quantitiesWithPower(texts);
    profiles(texts);
    lists(texts, version);
    redispatch(texts);
    redispatchSums(texts);
    Map<String, List<String>> messages = new LinkedHashMap<>();
    texts.forEach((identifier, text) ->
        messages.put(identifier, List.of(head(identifier, version, text).split("\n", -1))));
    return messages;
  }

  /** One of them, as one text. */
  static String text(String version, String identifier) {
    StringBuilder text = new StringBuilder();
    all(version)
        .getOrDefault(identifier, List.of())
        .forEach(segment ->
            text.append(segment.startsWith("?") ? segment.substring(1) : segment).append('\''));
    return text.toString();
  }

  /** UNH, BGM, message time; the references of the text are its first lines, up to NAD. */
  private static String head(String identifier, String version, String text) {
    String document = text.substring(0, text.indexOf('\n'));
    String rest = text.substring(text.indexOf('\n') + 1);
    int parties = rest.indexOf("NAD+MS");
    return "UNH+M1+MSCONS:D:04B:UN:"
        + version
        + "\nBGM+"
        + document.replace("/", "+DOC1+")
        + "\nDTM+137:202611220500?+00:303\n"
        + rest.substring(0, parties)
        + "RFF+Z13:"
        + identifier
        + "\n"
        + rest.substring(parties).strip();
  }

  private static String line(String product) {
    return "LIN+1\nPIA+5+" + product.replace("?:", ":").replace(":", "?:") + ":SRW\n";
  }

  private static void readings(Map<String, String> texts) {
    texts.put(
        "13002",
        "7/9\n?RFF+AGI:ORDER1\n?RFF+Z30:UTILMD1\n"
            + GAS
            + "NAD+DP\n"
            + METERING_POINT
            + "RFF+MG:7SYN0098765432\n"
            + line("7-0:3.0.0")
            + "QTY+67:4711\nDTM+7:202611010500?+00:303\n"
            + "?DTM+60:202610311200?+00:303\nSTS+Z32++Z92\n?STS+Z34++Z74\nSTS+Z40++Z74\n");
    texts.put(
        "13017",
        "7/9\n?RFF+AGI:ORDER1\n"
            + POWER
            + "NAD+DP\n"
            + METERING_POINT
            + "RFF+MG:1SYN0012345678\n"
            + line("1-1:1.8.0")
            + "QTY+67:12345.678\nDTM+7:202610312300?+00:303\n"
            + "?DTM+60:202610311100?+00:303\n"
            + SUBSTITUTE);
    texts.put(
        "13027",
        "Z83/9\nRFF+AGI:ORDER1\n"
            + POWER
            + "NAD+DP\n"
            + MARKET_LOCATION
            + line("1-1:1.29.0")
            + "QTY+220:0.080\n?DTM+163:202611192300?+00:303\nDTM+164:202611192315?+00:303\n");
  }

  private static void series(Map<String, String> texts) {
    texts.put(
        "13003",
        "BK/9\n"
            + POWER
            + "NAD+DP\n"
            + METERING_POINT
            + BALANCING
            + line("1-1:1.29.0")
            + "QTY+79:12.5\n"
            + QUARTER_HOUR);
    texts.put(
        "13007",
        "Z21/9\n"
            + GAS
            + "NAD+DP\n"
            + METERING_POINT
            + DAY
            + "DTM+293:20261120050000?+00:304\n"
            + line("7-0:54.0.16")
            + "QTY+67:10.1234\n"
            + DAY
            + "STS+Z32++Z92\n?STS+Z34++Z74\nSTS+Z40++Z74\n?STS+Z31++ZG3\n");
    texts.put(
        "13008",
        "7/9\n?RFF+AGI:ORDER1\n"
            + GAS
            + "NAD+DP\n"
            + METERING_POINT
            + DAY
            + line("7-0:99.33.17")
            + "QTY+67:10.123\n"
            + DAY
            + "STS+Z32++Z92\n?STS+Z34++Z74\nSTS+Z40++Z74\n");
  }

  private static void loadProfiles(Map<String, String> texts) {
    texts.put(
        "13018",
        "7/9\n?RFF+AGI:ORDER1\n"
            + POWER
            + "NAD+DP\n"
            + METERING_POINT
            + DAY
            + line("1-1:1.29.0")
            + "QTY+67:0.080\n"
            + QUARTER_HOUR
            + SUBSTITUTE);
    texts.put(
        "13025",
        "Z48/9\n?RFF+AGI:ORDER1\n"
            + POWER
            + "NAD+DP\n"
            + MARKET_LOCATION
            + DAY
            + line("1-1:1.29.0")
            + "QTY+67:0.080\n"
            + QUARTER_HOUR
            + SUBSTITUTE);
  }

  private static void quantities(Map<String, String> texts) {
    texts.put("13006", "7/1\nRFF+ACW:DOC0\n" + POWER + "NAD+DP\nLOC+172\n");
    texts.put(
        "13009",
        "7/9\n?RFF+AGI:ORDER1\n"
            + GAS
            + "NAD+DP\n"
            + MARKET_LOCATION
            + line("7-0:33.86.0")
            + "QTY+67:1200\n"
            + GAS_OCTOBER
            + "STS+Z32++Z92\n?STS+Z34++Z74\nSTS+Z40++Z74\n");
    texts.put(
        "13014",
        "Z23/9\n"
            + POWER
            + "NAD+DP\n"
            + MARKET_LOCATION
            + "LIN+1\nPIA+5+1-1?:1.9.0:Z02\nQTY+79:250\n"
            + OCTOBER);
    texts.put(
        "13015",
        "Z27/9\nRFF+AGI:UTILMD1\n"
            + POWER
            + "NAD+DP\n"
            + MARKET_LOCATION
            + line("1-1:1.9.0")
            + "QTY+67:250\n"
            + OCTOBER
            + "STS+Z32++Z92\n");
  }

  private static void quantitiesWithPower(Map<String, String> texts) {
    texts.put(
        "13016",
        "Z28/9\n?RFF+AGI:ORDER1\n"
            + POWER
            + "NAD+DP\n"
            + MARKET_LOCATION
            + line("1-1:1.6.0")
            + "QTY+67:250\nDTM+306:202610:610\n"
            + SUBSTITUTE);
    texts.put(
        "13019",
        "7/9\n?RFF+AGI:ORDER1\n"
            + POWER
            + "NAD+DP\n"
            + MARKET_LOCATION
            + line("1-1:1.9.0")
            + "QTY+67:250\n"
            + OCTOBER
            + SUBSTITUTE
            + "?STS+10+Z36\n?STS+10+Z37\n");
    texts.put(
        "13028",
        "Z85/9\n"
            + POWER
            + "NAD+DP\n"
            + MARKET_LOCATION
            + line("1-1:1.9.0")
            + "QTY+Z47:250\n"
            + OCTOBER);
  }

  private static void profiles(Map<String, String> texts) {
    texts.put(
        "13010",
        "Z06/9\n"
            + POWER
            + "NAD+DED\nLOC+Z04+H25\nDTM+293:20261120050000?+00:304\n"
            + line("1-1:1.29.0")
            + "QTY+187:0.125\n"
            + OCTOBER);
    texts.put(
        "13011",
        "Z16/9\n"
            + POWER
            + "NAD+DED\nLOC+Z06+HZ0\nDTM+293:20261120050000?+00:304\nDTM+157:202610:610\n"
            + line("1-1:1.29.0")
            + "QTY+187:0.12345\n");
    texts.put(
        "13012",
        "Z20/9\n"
            + POWER
            + "NAD+DED\nLOC+Z04+H25\nDTM+293:20261120050000?+00:304\n"
            + line("1-1:1.29.0")
            + "QTY+187:0.125\n"
            + OCTOBER);
  }

  private static void lists(Map<String, String> texts, String version) {
    texts.put(
        "13005",
        "Z15/9\n"
            + POWER
            + "NAD+Z15\nLOC+237+11XFROM--------A+11XINTO--------B\nLOC+107+11YAREA--------C\n"
            + DAY
            + "DTM+293:20261120050000?+00:304\nCCI+15++Z21\n"
            + line("1-1:1.29.0")
            + "QTY+79:12.5\n"
            + QUARTER_HOUR);
    texts.put(
        "13013",
        "Z24/9\nRFF+AGI:ORDER1\nDTM+293:20261120050000?+00:304\n"
            + GAS
            + "NAD+DP\n"
            + MARKET_LOCATION
            + "DTM+492:202610:610\n"
            + "LIN+1\nPIA+5+7-20?:99.33.17:Z02\nQTY+79:250\nDTM+306:20261001:102\n");
    if (version.equals("2.4c")) {
      texts.computeIfPresent(
          "13014", (identifier, text) -> text.replace("Z23/9\n", "Z23/9\n?RFF+AGI:ORDER1\n"));
    }
  }

  private static void redispatch(Map<String, String> texts) {
    texts.put(
        "13020",
        "Z43/9\n"
            + POWER
            + "NAD+Z15\n"
            + METERING_POINT
            + BALANCING
            + "LIN+1\nPIA+5+AUA:Z08\nQTY+79:-12.5:KWH\n"
            + QUARTER_HOUR);
    texts.put(
        "13021",
        "Z44/9\n"
            + POWER
            + "NAD+DP\nLOC+172+D1234567891\n"
            + DAY
            + "DTM+293:20261120050000?+00:304\nLIN+1\nPIA+5+SOL:Z08\nQTY+220:750:D54\n"
            + QUARTER_HOUR);
  }

  private static void redispatchSums(Map<String, String> texts) {
    texts.put(
        "13022",
        "Z45/9\n?RFF+AGI:ORDER1\n"
            + POWER
            + "NAD+DP\nLOC+172+D1234567891\n"
            + DAY
            + "DTM+293:20261120050000?+00:304\nLIN+1\nPIA+5+AUA:Z08\nQTY+220:-12.5:KWH\n"
            + QUARTER_HOUR);
    texts.put(
        "13023",
        "Z46/9\n"
            + POWER
            + "NAD+DP\n"
            + METERING_POINT
            + BALANCING
            + "LIN+1\nPIA+5+AUA:Z08\nQTY+79:-12.5:KWH\n"
            + QUARTER_HOUR);
    texts.put(
        "13026",
        "Z50/9\n"
            + POWER
            + "NAD+Z15\nLOC+237+11XFROM--------A+11XINTO--------B\nLOC+107+11YAREA--------C\n"
            + DAY
            + "DTM+293:20261120050000?+00:304\nCCI+15++Z21\n"
            + "LIN+1\nPIA+5+AUA:Z08\nQTY+79:-12.5:KWH\n"
            + QUARTER_HOUR);
  }
}
