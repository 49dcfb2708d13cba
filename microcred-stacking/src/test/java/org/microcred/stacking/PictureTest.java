package org.microcred.stacking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microcred.stacking.Policies.NOW;
import static org.microcred.stacking.Policies.decide;
import static org.microcred.stacking.Policies.holding;
import static org.microcred.stacking.Policies.policy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Decisions as pictures. */
class PictureTest {
  private static final String HOSTILE = "a\"]; click n0 \"javascript:x\" <script>&'`\u202e#quot;";

  private static final StackPolicy POLICY =
      policy(
          "{'id':'all','allOf':[{'id':'networks','hold':{'achievement':['net','ccna']}},"
              + "{'id':'foundations','hold':{'achievement':['net','ccna']}},"
              + "{'id':'last','hold':{'achievement':'last'}},"
              + "{'id':'order','rule':'networks','before':['last']}]}");

  private static final Decision DECISION =
      decide(
          POLICY,
          holding("urn:net", "net").toBuilder().name(HOSTILE).awarded(NOW.minusSeconds(9)).build());

  private static final Pattern TAG = Pattern.compile("<([^<>]*)>");
  private static final Pattern ATTRIBUTE = Pattern.compile("([a-zA-Z-]+)=\"[^\"<>]*\"");

  /** The names of all elements and attributes, of a document whose elements are nested. */
  private static Set<String> names(String svg) {
    Set<String> names = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>();
    Matcher tags = TAG.matcher(svg);
    while (tags.find()) {
      String tag = tags.group(1);
      String name = tag.replaceAll("[ /].*", "");
      if (tag.startsWith("/")) {
        assertThat(open.pop()).isEqualTo(tag.substring(1));
      } else {
        names.add(name);
        Matcher attributes = ATTRIBUTE.matcher(tag);
        while (attributes.find()) {
          names.add("@" + attributes.group(1));
        }
        String rest = attributes.reset().replaceAll("");
        assertThat(rest.substring(name.length()).strip()).isIn("", "/");
        if (!rest.endsWith("/")) {
          open.push(name);
        }
      }
    }
    assertThat(open).isEmpty();
    assertThat(TAG.matcher(svg).replaceAll("")).doesNotContain("<", ">");
    return names;
  }

  @Test
  void showWhatIsDoneWhatIsMissingAndWhatBlocksWhat() {
    String mermaid = DECISION.toMermaid();
    assertThat(mermaid)
        .startsWith("flowchart LR\n  accTitle: NOT EARNED: https://uni.example/stack version 1")
        .contains("[\"foundations: done, 1 of 1\"]:::done")
        .contains("[\"networks: missing, 0 of 1\"]:::open")
        .contains("[\"order: done\"]:::done")
        .contains("[\"1 more\"]:::missing")
        .contains("-. \"before\" .-> ")
        .contains("-. \"competes\" .-> ");
    assertThat(DECISION.toSvg())
        .contains(">foundations: done, 1 of 1</text>")
        .contains(">networks: missing, 0 of 1</text>")
        .contains(">1 more</text>")
        .contains("<title>before</title>");
  }

  @Test
  void mermaidTakesNothingFromAText() {
    String label =
        DECISION
            .toMermaid()
            .lines()
            .filter(line -> line.contains(":::held"))
            .findFirst()
            .orElseThrow();
    assertThat(label)
        .matches("  n[0-9]+\\[\"[\\p{L}\\p{Nd} .,:\\-_()/%+=#;]*\"\\]:::held")
        .contains("#34;")
        .doesNotContain("<", "`", "\u202e");
    assertThat(DECISION.toMermaid().lines().map(String::strip))
        .noneMatch(l -> l.startsWith("click"));
  }

  @Test
  void svgIsWellFormedAccessibleAndHasNoScript() {
    String svg = DECISION.toSvg();
    assertThat(names(svg))
        .containsOnly(
            "svg",
            "title",
            "desc",
            "g",
            "rect",
            "text",
            "path",
            "circle",
            "@xmlns",
            "@role",
            "@aria-labelledby",
            "@viewBox",
            "@width",
            "@height",
            "@font-family",
            "@font-size",
            "@id",
            "@x",
            "@y",
            "@rx",
            "@fill",
            "@stroke",
            "@stroke-dasharray",
            "@d",
            "@cx",
            "@cy",
            "@r");
    Matcher labels =
        Pattern.compile(
                "role=\"img\" aria-labelledby=\"(\\w+) (\\w+)\".*<title id=\"(\\w+)\">NOT EARNED"
                    + ".*<desc id=\"(\\w+)\">NOT EARNED",
                Pattern.DOTALL)
            .matcher(svg);
    assertThat(labels.find()).isTrue();
    assertThat(List.of(labels.group(1), labels.group(2)))
        .containsExactly(labels.group(3), labels.group(4));
    assertThat(svg).contains("&lt;script&gt;&amp;&#39;").doesNotContain("<script", "\u202e");
  }

  @Test
  void staySmallWhateverIsHeld() {
    List<Holding> many = new ArrayList<>();
    StringBuilder rules =
        new StringBuilder("{'allOf':[{'count':{'from':{'tag':'x'}},'atLeast':900}");
    for (int i = 0; i < 1_000; i++) {
      many.add(holding("urn:" + i, "a" + i).toBuilder().tag("x").build());
      rules.append(",{'hold':{'achievement':'b").append(i).append("'}}");
    }
    Decision decision =
        policy(rules.append("]}").toString()).decide(StackCase.builder(NOW).holdings(many).build());
    assertThat(names(decision.toSvg())).contains("rect");
    assertThat(decision.toSvg().split("<rect", -1)).hasSizeLessThan(700);
    assertThat(decision.toMermaid().lines().count()).isLessThan(1_500);
  }

  @Test
  void aTranscriptNamesWhatARegistrarPrints() {
    StackPolicy policy =
        policy(
            "{'id':'total','sum':{'of':'credits','unit':'ECTS'},'atLeast':10}",
            "'set':[{'facts':{'unit':'ECTS'}}]",
            "'derive':[{'credits':{'unit':'ECTS'}},{'mean':{}},{'level':{'take':'lowest'}}]");
    HoldingBuilder part = holding("urn:a", "a").toBuilder().name("Algebra").fact("level", "6");
    Holding algebra = part.credits(6).result(HeldResult.of("3", HeldResult.Scale.NONE)).build();
    Holding logic =
        holding("urn:b", "b").toBuilder()
            .fact("level", "7")
            .credits(5)
            .result(HeldResult.of("4", HeldResult.Scale.NONE))
            .build();
    Decision decision = decide(policy, algebra, logic);
    assertThat(policy.transcript(decision).map(TranscriptLine::toString))
        .contains("Award; level 6; 11 ECTS; grade 3.5; Algebra (6, 3), b (5, 4)");
    assertThat(policy.transcript(decide(policy, algebra))).isEmpty();
  }
}
