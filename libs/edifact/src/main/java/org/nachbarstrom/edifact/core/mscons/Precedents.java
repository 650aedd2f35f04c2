package org.nachbarstrom.edifact.core.mscons;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.core.ahb.ValueRule;
import org.nachbarstrom.edifact.core.syntax.Segment;

/**
 * What the messages of an interchange that nothing was wrong with have been judged on, as a tree of
 * the calls of their checks. Bounded; begun anew when full.
 */
final class Precedents {
  /** Most calls that are kept. */
  static final int MAX_NODES = 64;

  /** Which call of a check. */
  enum Stage {
    HEAD,
    OBJECT,
    LINE,
    VALUE
  }

  /** A call that found nothing, after those on the way to it. */
  static final class Node {
    private final Stage stage;
    private final List<Segment> segments;
    private final List<Node> children = new ArrayList<>();
    private @Nullable Shape shape;
    private boolean ends;

    Node(Stage stage, List<Segment> segments) {
      this.stage = stage;
      this.segments = segments;
    }

    /** What a value was judged to be. */
    void judged(Shape known) {
      shape = known;
    }

    @Nullable Shape shape() {
      return shape;
    }

    /** Whether a message ended here without a finding. */
    boolean ends() {
      return ends;
    }

    /** The next call if there was one like it. */
    @Nullable Node next(Stage at, List<Segment> now) {
      for (int i = 0; i < children.size(); i++) {
        Node child = children.get(i);
        if (child.stage == at && Alike.all(child.segments, now)) {
          return child;
        }
      }
      return null;
    }

    /** The next call if there was one with a value of the same shape, and its rule holds. */
    @Nullable Node value(ValueGroup group, ValueFields fields) {
      for (int i = 0; i < children.size(); i++) {
        Node child = children.get(i);
        Shape known = child.shape;
        ValueRule rule = known == null ? null : known.rule();
        if (known != null && rule != null && known.matches(group) && fields.heldBy(rule)) {
          return child;
        }
      }
      return null;
    }
  }

  private Node root = new Node(Stage.HEAD, List.of());
  private int size;

  /** Where messages begin. */
  Node root() {
    return root;
  }

  /** Whether a message began with a head like this. */
  boolean haveHead(List<Segment> segments) {
    return root.next(Stage.HEAD, segments) != null;
  }

  /** Adds the calls of a message that followed one behind the other on a known one. */
  void add(Node known, List<Node> calls) {
    if (size + calls.size() > MAX_NODES) {
      root = new Node(Stage.HEAD, List.of());
      size = 0;
      return;
    }
    Node last = known;
    for (Node call : calls) {
      last.children.add(call);
      last = call;
    }
    last.ends = true;
    size += calls.size();
  }
}
