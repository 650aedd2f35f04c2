package org.nachbarstrom.edifact.core.ahb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.edifact.core.MarketRole;
import org.nachbarstrom.edifact.core.mig.NumberText;
import org.nachbarstrom.edifact.core.syntax.Segment;

/** Every number that a message answers, once true and once false. */
class ConditionRulesTest {
  private record Case(String number, Consumer<Facts> holds, Consumer<Facts> fails) {}

  private static final List<Case> CASES = new ArrayList<>();

  static {
    documents();
    roles();
    objects();
    registers();
    values();
    segments();
    numbers();
    texts();
    times();
  }

  @Test
  void judgesEachNumberBothWays() {
    for (Case each : CASES) {
      assertThat(verdict(each.number, each.holds)).as(each.number).isEqualTo(Verdict.TRUE);
      Verdict failed = verdict(each.number, each.fails);
      assertThat(failed).as("not " + each.number).isEqualTo(Verdict.FALSE);
    }
  }

  @Test
  void leavesOutNoNumberThatIsJudged() {
    Set<String> judged =
        Handbook.notes().stream()
            .filter(HandbookNote::judged)
            .filter(note -> note.kind() != TermKind.HINT && note.kind() != TermKind.REPETITION)
            .map(HandbookNote::number)
            .collect(Collectors.toSet());
    Set<String> tested = CASES.stream().map(Case::number).collect(Collectors.toSet());
    // [910] allows every number
    tested.add("910");
    assertThat(tested).isEqualTo(judged);
  }

  @Test
  void knowsNothingOfWhatTheMessageDoesNotSay() {
    for (String number :
        List.of(
            "32", "33", "68", "152", "11", "12", "17", "18", "38", "46", "62", "119", "92", "96",
            "117", "118", "492", "493", "2", "495", "100")) {
      assertThat(verdict(number, facts -> facts.quantity = "")).isEqualTo(Verdict.UNDECIDED);
    }
  }

  private static Verdict verdict(String number, Consumer<Facts> setUp) {
    Facts facts = StatusParserTest.facts();
    setUp.accept(facts);
    return Terms.find(number).orElseThrow().rule().judge(facts);
  }

  private static void both(String number, Consumer<Facts> holds, Consumer<Facts> fails) {
    CASES.add(new Case(number, holds, fails));
  }

  private static void documents() {
    document("68", "7", "Z41");
    document("69", "Z28", "Z42");
    document("70", "BK", "Z39");
    document("71", "Z39", "BK");
    document("90", "Z41", "7");
    document("91", "Z42", "Z28");
    document("121", "Z43", "Z69");
    document("150", "Z69", "Z43");
    document("151", "Z27", "7");
    document("152", "7", "Z27");
  }

  private static void document(String number, String right, String wrong) {
    both(number, facts -> facts.document = right, facts -> facts.document = wrong);
  }

  private static void roles() {
    sender("32", MarketRole.GRID_OPERATOR);
    sender("35", MarketRole.METERING_OPERATOR);
    sender("81", MarketRole.TRANSMISSION_SYSTEM_OPERATOR);
    recipient("33", MarketRole.SUPPLIER);
    recipient("36", MarketRole.GRID_OPERATOR);
    recipient("42", MarketRole.METERING_OPERATOR);
    recipient("77", MarketRole.GUARANTEES_OF_ORIGIN_REGISTER);
    recipient("80", MarketRole.TRANSMISSION_SYSTEM_OPERATOR);
    recipient("141", MarketRole.MARKET_AREA_MANAGER);
    sector("492", Verdict.TRUE);
    sector("493", Verdict.FALSE);
    sector("117", Verdict.TRUE);
    sector("118", Verdict.FALSE);
  }

  private static PartnerFacts partner(MarketRole role) {
    return new PartnerFacts(Optional.of(Set.of(role)), Verdict.UNDECIDED);
  }

  private static void sender(String number, MarketRole role) {
    both(
        number,
        facts -> facts.sender = partner(role),
        facts -> facts.sender = partner(MarketRole.BALANCE_RESPONSIBLE_PARTY));
  }

  private static void recipient(String number, MarketRole role) {
    both(
        number,
        facts -> facts.recipient = partner(role),
        facts -> facts.recipient = partner(MarketRole.BALANCE_RESPONSIBLE_PARTY));
  }

  private static void sector(String number, Verdict electricity) {
    Verdict other = electricity == Verdict.TRUE ? Verdict.FALSE : Verdict.TRUE;
    both(
        number,
        facts -> facts.recipient = new PartnerFacts(Optional.empty(), electricity),
        facts -> facts.recipient = new PartnerFacts(Optional.empty(), other));
  }

  private static void objects() {
    String meteringPoint = "DE0000019999900000000000000000123";
    location("38", meteringPoint, "51238696781");
    location("62", meteringPoint, "51238696781");
    location("46", "51238696781", meteringPoint);
    location("119", "51238696781", "E1234848431");
    object("113", new Facts.ObjectFacts(true, "", true, true), Facts.ObjectFacts.NONE);
    object("144", new Facts.ObjectFacts(true, "", true, true), Facts.ObjectFacts.NONE);
    object("131", Facts.ObjectFacts.NONE, new Facts.ObjectFacts(true, "", true, true));
    object(
        "132",
        new Facts.ObjectFacts(true, "", true, true),
        new Facts.ObjectFacts(true, "X", false, false));
  }

  private static void location(String number, String right, String wrong) {
    object(
        number,
        new Facts.ObjectFacts(true, right, false, false),
        new Facts.ObjectFacts(true, wrong, false, false));
  }

  private static void object(String number, Facts.ObjectFacts right, Facts.ObjectFacts wrong) {
    both(number, facts -> facts.object = right, facts -> facts.object = wrong);
  }

  private static void registers() {
    register("11", "7-0:54.0.20", "7-0:3.0.0");
    register("12", "7-0:3.0.0", "7-0:52.0.22");
    register("17", "1-1:1.29.0", "1-1:9.99.0");
    register("18", "1-12:9.99.0", "1-1:1.29.0");
    register("27", "1-1:1.9.0", "1-0:1.9.0");
    register("28", "1-1:1.6.0", "1-1:1.9.0");
    register("45", "7-20:99.41.16", "7-20:99.42.16");
    register("48", "7-0:52.0.22", "7-0:54.0.22");
    register("49", "7-1:70.16.20", "7-1:70.18.20");
    register("50", "7-1:70.18.20", "7-1:70.16.20");
    register("72", "1-1:1.6.0", "1-1:1.9.0");
    register("73", "1-1:1.9.2", "1-1:1.6.0");
    register("78", "1-66:13.9.0", "1-1:13.9.0");
    register("79", "1-1:1.9.0", "1-66:14.6.0");
    register("108", "7-1:99.42.16", "7-1:99.43.16");
    register("125", "7-9:55.0.20", "7-9:55.0.21");
    register("153", "7-0:33.86.0", "7-0:33.47.0");
    register("154", "7-0:33.47.0", "7-0:33.86.0");
    medium("98", "SOL");
    medium("99", "WID");
    medium("100", "AUA");
    medium("101", "FPA");
    both(
        "51",
        facts -> registers(facts, "7-0:52.0.22", Set.of("7-0:52.0.22", "7-0:54.0.16")),
        facts -> registers(facts, "7-0:52.0.22", Set.of("7-0:52.0.22", "7-0:33.86.0")));
  }

  private static void registers(Facts facts, String current, Set<String> all) {
    facts.register = current;
    facts.registers.addAll(all);
  }

  private static void register(String number, String right, String wrong) {
    both(number, facts -> facts.register = right, facts -> facts.register = wrong);
  }

  private static void medium(String number, String code) {
    both(
        number,
        facts -> {
          facts.register = code;
          facts.registerKind = "Z08";
        },
        facts -> {
          facts.register = code;
          facts.registerKind = "SRW";
        });
  }

  private static void values() {
    quantity("92", "67");
    quantity("93", "220");
    quantity("94", "201");
    quantity("95", "20");
    quantity("96", "Z18");
    both("145", facts -> facts.lineHasUse = true, facts -> facts.lineHasBegin = true);
    both("147", facts -> facts.lineHasBegin = true, facts -> facts.lineHasUse = true);
    both("149", facts -> facts.times.hasBegin = true, facts -> facts.lineHasBegin = true);
    basis("83", "Z38");
    basis("84", "Z39");
    basis("85", "Z36");
    basis("86", "Z37");
    both("87", facts -> facts.earliest = true, facts -> facts.latest = true);
    both("88", facts -> facts.latest = true, facts -> facts.earliest = true);
    // February 2026 has 28 days, local midnight is 23:00 UTC
    both("2", facts -> span(facts, "202602282300+00"), facts -> span(facts, "202602282245+00"));
  }

  private static void span(Facts facts, String end) {
    facts.firstBegin = TimeText.parse("202601312300+00", "303");
    facts.lastEnd = TimeText.parse(end, "303");
  }

  private static void quantity(String number, String code) {
    both(number, facts -> facts.quantity = code, facts -> facts.quantity = "79");
  }

  private static void basis(String number, String code) {
    both(number, facts -> facts.bases = Set.of("ZXX"), facts -> facts.bases = Set.of("ZXX", code));
  }

  private static void segments() {
    segment("22", "UNH+1+MSCONS:D:04B:UN:2.5+L1+1:C", "UNH+1+MSCONS:D:04B:UN:2.5");
    segment("23", "UNH+1+MSCONS:D:04B:UN:2.5+L1+1:C", "UNH+1+MSCONS:D:04B:UN:2.5+L1+2");
    segment("111", "DTM+9:X:303", "DTM+9:X:102");
    segment("134", "DTM+9:X:102", "DTM+9:X:303");
    segment("142", "COM+a@b.de:EM", "COM+?+49:TE");
    segment("143", "COM+?+49:AJ", "COM+a@b.de:EM");
  }

  private static void segment(String number, String right, String wrong) {
    Segment holds = CheckRun.segments(right + "'").getFirst();
    Segment fails = CheckRun.segments(wrong + "'").getFirst();
    both(number, facts -> facts.segment = holds, facts -> facts.segment = fails);
  }

  private static void numbers() {
    number("902", "-0.000", "-0.001");
    number("906", "1.123", "1.1230");
    number("907", "1.1234", "1.12345");
    number("925", "1.12345", "1.123456");
    number("937", "17", "17.0");
    number("917", "9999.5", "10000");
  }

  private static void number(String number, String right, String wrong) {
    NumberText.Notation point = new NumberText.Notation('.', false);
    both(
        number,
        facts -> facts.number = NumberText.of(right, point).orElseThrow(),
        facts -> facts.number = NumberText.of(wrong, point).orElseThrow());
  }

  private static void texts() {
    text("904", "11XFROM--------A", "11XFROM-------A");
    text("905", "H25", "H255");
    text("908", "1", "0");
    text("909", "0", "-1");
    text("918", "ABC.1", "ABc.1");
    text("922", "D1234567891", "E1234567891");
    text("939", "a@b.de", "a@b");
    text("940", "+4930123", "+49 30");
    // check digits of the BDEW's examples
    text("950", "41373559241", "41373559242");
    text("951", "DE00056266802AO6G56M11SN51G21M24S", "DE00056266802AO6G56M11SN51G21M24");
    text("960", "E1234848431", "E12348484A");
  }

  private static void text(String number, String right, String wrong) {
    both(number, facts -> facts.value = right, facts -> facts.value = wrong);
  }

  private static void times() {
    time("931", "202611010500+00", "202611010600+01");
    // midnight in summer (CEST) and not an hour later
    time("UB1", "202607312200+00", "202607312300+00");
    // 06:00 in winter (CET) and not in summer
    time("UB2", "202611010500+00", "202607010500+00");
    both(
        "UB3", facts -> sectorTime(facts, Verdict.TRUE), facts -> sectorTime(facts, Verdict.FALSE));
    time("494", "203001010000+00", "203001010001+00");
    against("495", "202611220500+00", "202611220501+00", "303");
    against("135", "20261122", "20261123", "102");
    nearby("130", "202610311200+00", "202610301159+00");
    nearby("133", "202610311200+00", "202610301159+00");
  }

  private static void sectorTime(Facts facts, Verdict electricity) {
    facts.recipient = new PartnerFacts(Optional.empty(), electricity);
    facts.time = TimeText.parse("202611012300+00", "303");
  }

  private static void time(String number, String right, String wrong) {
    both(
        number,
        facts -> facts.time = TimeText.parse(right, "303"),
        facts -> facts.time = TimeText.parse(wrong, "303"));
  }

  private static void against(String number, String right, String wrong, String format) {
    both(number, facts -> message(facts, right, format), facts -> message(facts, wrong, format));
  }

  private static void message(Facts facts, String time, String format) {
    facts.messageTime = TimeText.parse("202611220500+00", "303");
    facts.time = TimeText.parse(time, format);
  }

  private static void nearby(String number, String right, String wrong) {
    both(number, facts -> change(facts, right), facts -> change(facts, wrong));
  }

  private static void change(Facts facts, String time) {
    facts.times.use = TimeText.parse("202610311200+00", "303");
    facts.times.change = TimeText.parse(time, "303");
  }
}
