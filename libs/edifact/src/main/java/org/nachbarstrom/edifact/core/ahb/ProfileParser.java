package org.nachbarstrom.edifact.core.ahb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nachbarstrom.edifact.core.mig.MessageForm;
import org.nachbarstrom.edifact.core.mig.SegmentForm;

/** Reads the profiles of one version from their table. */
final class ProfileParser {
  private static final Map<String, String> OPENS =
      Map.of(
          "SG1", "RFF", "SG2", "NAD", "SG4", "CTA", "SG5", "NAD", "SG6", "LOC", "SG7", "RFF", "SG8",
          "CCI", "SG9", "LIN", "SG10", "QTY");
  private static final Map<String, String> PARENT =
      Map.of(
          "SG1", "", "SG2", "", "SG4", "SG2", "SG5", "", "SG6", "SG5", "SG7", "SG6", "SG8", "SG6",
          "SG9", "SG6", "SG10", "SG9");
  private static final int GROUP = 1;
  private static final int TAG = 2;
  private static final int NAME = 3;

  private final String version;
  private final MessageForm form;
  private final Map<String, Status> statuses = new HashMap<>();
  private final Map<String, Profile> profiles = new LinkedHashMap<>();
  private List<String> heading = List.of();
  private List<GroupUse> groups = new ArrayList<>();
  private List<SegmentUse> segments = new ArrayList<>();
  private Map<String, GroupUse> latest = new HashMap<>();
  private List<String> block = new ArrayList<>();

  private ProfileParser(String version, MessageForm form) {
    this.version = version;
    this.form = form;
  }

  /** The profiles of a version by Prüfidentifikator, in order. */
  static Map<String, Profile> read(String version, MessageForm form) {
    ProfileParser parser = new ProfileParser(version, form);
    for (String line : Resource.lines("mscons-" + version + ".ahb")) {
      parser.line(line);
    }
    parser.endProfile();
    return parser.profiles;
  }

  private void line(String line) {
    if (line.startsWith("profile ")) {
      endProfile();
      heading = List.of(line.split(" ", 4));
      groups = new ArrayList<>();
      segments = new ArrayList<>();
      latest = new HashMap<>();
      GroupUse root = new GroupUse(0, "", null, status("Muss"));
      groups.add(root);
      latest.put("", root);
    } else if (line.startsWith("segment ")) {
      endSegment();
      block.add(line);
    } else {
      block.add(line.trim());
    }
  }

  private void endProfile() {
    endSegment();
    if (heading.isEmpty()) {
      return;
    }
    Profile.Key key = new Profile.Key(version, heading.get(1), heading.get(NAME));
    List<String> references = List.of(heading.get(2).split(",", -1));
    Profile.Tables tables = new Profile.Tables(groups, segments);
    profiles.put(key.checkIdentifier(), new Profile(key, references, form, tables));
  }

  private void endSegment() {
    if (block.isEmpty()) {
      return;
    }
    String[] words = block.getFirst().split(" ", 4);
    String tag = words[TAG];
    GroupUse group = group(words[GROUP].equals("-") ? "" : words[GROUP], tag);
    SegmentForm segmentForm =
        form.segment(tag).orElseThrow(() -> new IllegalStateException("no form of " + tag));
    List<ElementUse> elements = elements(tag);
    SegmentUse.Title title = new SegmentUse.Title(tag, words[NAME]);
    int most = most(tag, elements.getFirst());
    SegmentUse.Frame frame =
        new SegmentUse.Frame(segments.size(), group, title, status(attribute("when")), most);
    SegmentUse use = new SegmentUse(frame, elements, segmentForm);
    group.add(use);
    segments.add(use);
    block = new ArrayList<>();
  }

  private GroupUse group(String name, String tag) {
    if (!tag.equals(OPENS.get(name))) {
      return existing(name);
    }
    GroupUse parent = existing(PARENT.getOrDefault(name, ""));
    GroupUse group = new GroupUse(groups.size(), name, parent, status(attribute("group")));
    groups.add(group);
    latest.put(name, group);
    return group;
  }

  private GroupUse existing(String name) {
    GroupUse group = latest.get(name);
    if (group == null) {
      throw new IllegalStateException("group " + name + " is not open");
    }
    return group;
  }

  private String attribute(String name) {
    return block.stream()
        .filter(line -> line.startsWith(name + " "))
        .map(line -> line.substring(name.length() + 1))
        .findFirst()
        .orElse("Muss");
  }

  private List<ElementUse> elements(String tag) {
    Map<String, Status> free = new LinkedHashMap<>();
    Map<String, List<CodeUse>> codes = new HashMap<>();
    for (String line : block.subList(1, block.size())) {
      if (Character.isDigit(line.charAt(0))) {
        int blank = line.indexOf(' ');
        int colon = line.indexOf(" : ");
        String name = line.substring(0, blank);
        Status status = status(line.substring(blank + 1, colon < 0 ? line.length() : colon));
        free.putIfAbsent(name, status);
        String list = colon < 0 ? "" : line.substring(colon + 3);
        for (String code : list.isEmpty() ? new String[0] : list.split(" ", -1)) {
          codes.computeIfAbsent(name, any -> new ArrayList<>()).add(new CodeUse(code, status));
        }
      }
    }
    List<ElementUse> elements = new ArrayList<>();
    free.forEach((name, status) -> {
      int[] place = form.place(tag, name);
      elements.add(
          new ElementUse(
              name,
              new FindingSink.Place(place[0], place[1]),
              codes.getOrDefault(name, List.of()),
              status));
    });
    return elements;
  }

  private int most(String tag, ElementUse first) {
    String qualifier = first.codes().size() == 1 ? first.codes().getFirst().code() : "-";
    return form.repetitions(tag, qualifier);
  }

  private Status status(String text) {
    return statuses.computeIfAbsent(text, StatusParser::parse);
  }
}
