package org.nachbarstrom.support.trace;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The W3C trace context ({@code traceparent}, version 00) as text, so that it can be stored beside
 * work and put on events: one trace leads from an HTTP request to the cleared booking.
 */
public final class Trace {
  private static final Pattern FORM =
      Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");

  private Trace() {}

  /** The current trace context, or an empty text outside any trace. */
  public static String current() {
    SpanContext span = Span.current().getSpanContext();
    return span.isValid()
        ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-" + span.getTraceFlags().asHex()
        : "";
  }

  /** The current trace id, or an empty text outside any trace. */
  public static String currentId() {
    SpanContext span = Span.current().getSpanContext();
    return span.isValid() ? span.getTraceId() : "";
  }

  /**
   * Runs work as a span of a stored trace; begins a new trace if there is none or it is malformed.
   *
   * @param traceparent stored context
   * @param name what is done, for the span
   */
  @SuppressWarnings("MustBeClosedChecker") // closed when the work terminates, on any path
  public static <T> Uni<T> with(@Nullable String traceparent, String name, Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .deferred(() -> {
          Span span =
              GlobalOpenTelemetry.getTracer("org.nachbarstrom")
                  .spanBuilder(name)
                  .setParent(parent(traceparent))
                  .setSpanKind(SpanKind.CONSUMER)
                  .startSpan();
          Scope scope = Context.root().with(span).makeCurrent();
          return Uni.createFrom()
              .deferred(work::get)
              .onTermination()
              .invoke(() -> {
                scope.close();
                span.end();
              });
        });
  }

  private static Context parent(@Nullable String traceparent) {
    Matcher parts = FORM.matcher(traceparent == null ? "" : traceparent);
    if (!parts.matches()) {
      return Context.root();
    }
    SpanContext remote =
        SpanContext.createFromRemoteParent(
            parts.group(1),
            parts.group(2),
            TraceFlags.fromHex(parts.group(3), 0),
            TraceState.getDefault());
    return Context.root().with(Span.wrap(remote));
  }
}
