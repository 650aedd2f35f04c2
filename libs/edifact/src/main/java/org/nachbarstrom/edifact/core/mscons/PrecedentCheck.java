package org.nachbarstrom.edifact.core.mscons;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.core.ahb.MessageCheck;
import org.nachbarstrom.edifact.core.ahb.ValueRule;
import org.nachbarstrom.edifact.core.mscons.Precedents.Node;
import org.nachbarstrom.edifact.core.mscons.Precedents.Stage;
import org.nachbarstrom.edifact.core.syntax.Segment;

/**
 * The check of one message, which is made only where the message differs from earlier ones that
 * nothing was wrong with. A check depends on nothing but its calls, so calls alike come to the same
 * verdict. At the first that differs all calls so far are made up for.
 */
final class PrecedentCheck implements MessageCheck {
  private record Call(Stage stage, List<Segment> segments) {}

  private final MessageSink sink;
  private final Precedents precedents;
  private final Supplier<MessageCheck> opener;
  private final List<Call> calls = new ArrayList<>();
  private final List<Node> recorded = new ArrayList<>();
  private Node node;
  private @Nullable MessageCheck live;
  private boolean repeatable = true;

  /**
   * A check.
   *
   * @param opener makes the check itself once it is needed
   */
  PrecedentCheck(MessageSink sink, Precedents precedents, Supplier<MessageCheck> opener) {
    this.sink = sink;
    this.precedents = precedents;
    this.opener = opener;
    this.node = precedents.root();
  }

  @Override
  public void head(List<Segment> segments) {
    take(Stage.HEAD, segments);
  }

  @Override
  public void object(List<Segment> segments) {
    take(Stage.OBJECT, segments);
  }

  @Override
  public void line(List<Segment> segments) {
    take(Stage.LINE, segments);
  }

  @Override
  public Optional<ValueRule> value(List<Segment> segments) {
    MessageCheck check = live();
    Optional<ValueRule> rule = check.value(segments);
    // A value that has to be judged by itself says nothing about others.
    repeatable &= rule.isPresent();
    record(new Node(Stage.VALUE, List.of()));
    return rule;
  }

  /** The shape that a value like this had before, if that is all there is to judge; else null. */
  @Nullable Shape repeated(ValueGroup group, ValueFields fields) {
    Node next = live == null ? node.value(group, fields) : null;
    if (next == null) {
      return null;
    }
    node = next;
    calls.add(new Call(Stage.VALUE, group.segments()));
    return next.shape();
  }

  /** The shape of the value that was judged last. */
  void judged(Shape shape) {
    if (repeatable) {
      recorded.getLast().judged(shape);
    }
  }

  @Override
  public void finish() {
    if (live != null || !node.ends()) {
      live().finish();
    }
  }

  /** The message had no finding: others like it need no check. */
  void keep() {
    if (live != null && repeatable) {
      precedents.add(node, recorded);
    }
  }

  private void take(Stage stage, List<Segment> segments) {
    if (live == null) {
      Node next = node.next(stage, segments);
      if (next != null) {
        node = next;
        calls.add(new Call(stage, segments));
        return;
      }
    }
    MessageCheck check = live();
    record(new Node(stage, segments));
    make(check, new Call(stage, segments));
  }

  private void record(Node made) {
    // What is wrong is no precedent, so its segments, which may be large, are not kept.
    repeatable &= sink.count() == 0 && recorded.size() < Precedents.MAX_NODES;
    if (repeatable) {
      recorded.add(made);
    } else {
      recorded.clear();
    }
  }

  private MessageCheck live() {
    MessageCheck check = live;
    if (check == null) {
      check = opener.get();
      live = check;
      for (Call call : calls) {
        make(check, call);
      }
      calls.clear();
    }
    return check;
  }

  private static void make(MessageCheck check, Call call) {
    switch (call.stage()) {
      case HEAD -> check.head(call.segments());
      case OBJECT -> check.object(call.segments());
      case LINE -> check.line(call.segments());
      case VALUE -> check.value(call.segments());
    }
  }
}
