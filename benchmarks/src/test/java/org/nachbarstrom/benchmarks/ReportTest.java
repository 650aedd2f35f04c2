package org.nachbarstrom.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nachbarstrom.benchmarks.ReportLine.Reference;
import org.nachbarstrom.benchmarks.ReportLine.Work;
import org.openjdk.jmh.annotations.Benchmark;

class ReportTest {
  @Test
  void aLineNamesScoresAndRatios() {
    ReportLine line =
        new ReportLine(
            "ParsingBenchmark.msconsReader",
            30,
            4.04,
            List.of(new Work(5.5, "MB"), new Work(59_520, "values")),
            List.of(new Reference("staediEvents", 12), new Reference("byteScan", 600)));

    assertThat(line.text())
        .isEqualTo(
            "ParsingBenchmark.msconsReader            165.0 MB/s, 1,785,600 values/s ±4.0 %"
                + "  = 2.50 x staediEvents, 0.050 x byteScan");
  }

  @Test
  void aReferenceHasNoRatioAndFewIterationsHaveNoError() {
    ReportLine line =
        new ReportLine(
            "AllocationBenchmark.bigDecimal members=10",
            2,
            Double.NaN,
            List.of(new Work(960, "member-intervals")),
            List.of());

    assertThat(line.text())
        .isEqualTo("AllocationBenchmark.bigDecimal members=10 1,920 member-intervals/s");
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        ParsingBenchmark.class,
        WritingBenchmark.class,
        AllocationBenchmark.class,
        PostingBenchmark.class,
        ProofBenchmark.class
      })
  void everyBenchmarkIsComparedOrAReference(Class<?> benchmarks) {
    List<Method> methods =
        Arrays.stream(benchmarks.getMethods())
            .filter(method -> method.isAnnotationPresent(Benchmark.class))
            .toList();
    Stream<String> ours =
        methods.stream()
            .filter(method -> method.isAnnotationPresent(ComparedWith.class))
            .map(Method::getName);
    Stream<String> references =
        methods.stream()
            .filter(method -> method.isAnnotationPresent(ComparedWith.class))
            .flatMap(method -> Arrays.stream(method.getAnnotation(ComparedWith.class).value()));

    assertThat(Stream.concat(ours, references).distinct())
        .containsExactlyInAnyOrderElementsOf(methods.stream().map(Method::getName).toList());
  }
}
