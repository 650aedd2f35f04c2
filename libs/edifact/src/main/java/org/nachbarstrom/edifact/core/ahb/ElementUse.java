package org.nachbarstrom.edifact.core.ahb;

import java.util.List;
import java.util.stream.Collectors;

/** A data element of a segment of the profile. */
public final class ElementUse {
  private final String name;
  private final FindingSink.Place place;
  private final List<CodeUse> codes;
  private final Status status;

  ElementUse(String name, FindingSink.Place place, List<CodeUse> codes, Status status) {
    this.name = name;
    this.place = place;
    this.codes = List.copyOf(codes);
    this.status = status;
  }

  /** Number of the data element, for example 6063. */
  public String name() {
    return name;
  }

  /** Element after the tag, from 1. */
  public int element() {
    return place.element();
  }

  /** Component of the element, from 1. */
  public int component() {
    return place.component();
  }

  /** The codes it may have; empty where it has a free value. */
  public List<CodeUse> codes() {
    return codes;
  }

  /** Status expression as in the handbook; where there are codes, that of the first. */
  public String statusText() {
    return status.text();
  }

  FindingSink.Place place() {
    return place;
  }

  Status status() {
    return status;
  }

  boolean isTime() {
    return name.equals("2380");
  }

  boolean isNumber() {
    return name.equals("6060");
  }

  /** The use of a code, or null if it is none of the list. */
  @org.jspecify.annotations.Nullable
  CodeUse code(String value) {
    for (int i = 0; i < codes.size(); i++) {
      if (codes.get(i).code().equals(value)) {
        return codes.get(i);
      }
    }
    return null;
  }

  /** The codes for a person. */
  String codeList() {
    return codes.stream().map(CodeUse::code).collect(Collectors.joining(", "));
  }
}
