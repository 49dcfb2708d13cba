package org.microcred.stacking.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.microcred.model.SafeText;
import org.microcred.stacking.Missing;

/**
 * Writes one way to complete an award for people: what to add, then once what all of it has to
 * bring, since an amount may come from any of the credentials that are added.
 */
final class MissingText {
  private final Messages messages;
  private final Missing.Alternative alternative;

  MissingText(Messages messages, Missing.Alternative alternative) {
    this.messages = messages;
    this.alternative = alternative;
  }

  List<String> lines() {
    List<Missing.Item> joint = alternative.items().stream().filter(i -> !isAlone(i)).toList();
    List<String> lines = new ArrayList<>();
    joint.forEach(item -> lines.add(by(item, joined(item))));
    if (joint.stream().anyMatch(item -> amounts(item).findAny().isPresent())) {
      lines.add(messages.text("missing.joint", isOne(joint) ? 1 : 2, amounts(joint)));
    }
    alternative.items().stream()
        .filter(this::isAlone)
        .forEach(item -> lines.add(by(item, amount("need.amount", item.needs().get(0)))));
    return lines;
  }

  /** Whether an item is nothing but an amount to which no other item adds. */
  private boolean isAlone(Missing.Item item) {
    Missing.Need only = item.needs().get(0);
    return item.needs().size() == 1
        && only.unit().isPresent()
        && alternative.items().stream()
            .filter(other -> !other.equals(item))
            .flatMap(MissingText::amounts)
            .noneMatch(need -> need.rule().equals(only.rule()));
  }

  /** What is added for which rules, without the amounts. */
  private String joined(Missing.Item item) {
    List<Missing.Need> counts = item.needs().stream().filter(n -> n.unit().isEmpty()).toList();
    if (counts.isEmpty()) {
      return messages.text("need.some", rules(item.needs()));
    }
    Missing.Need first = counts.get(0);
    String text =
        messages.text("need.count", safe(first.rule()), HoldingJson.decimal(first.atLeast()));
    return counts.size() == 1
        ? text
        : messages.text("need.also", text, rules(counts.subList(1, counts.size())));
  }

  private String rules(List<Missing.Need> needs) {
    return messages.list(needs.stream().map(need -> safe(need.rule())).toList());
  }

  private String amounts(List<Missing.Item> items) {
    Map<String, Missing.Need> sums = new LinkedHashMap<>();
    items.stream()
        .flatMap(MissingText::amounts)
        .forEach(need -> sums.merge(need.rule(), need, MissingText::plus));
    return messages.list(sums.values().stream().map(n -> amount("joint.amount", n)).toList());
  }

  private static Stream<Missing.Need> amounts(Missing.Item item) {
    return item.needs().stream().filter(need -> need.unit().isPresent());
  }

  private static Missing.Need plus(Missing.Need a, Missing.Need b) {
    BigDecimal sum = a.atLeast().add(b.atLeast());
    return new Missing.Need(a.rule(), sum, a.unit());
  }

  private static boolean isOne(List<Missing.Item> items) {
    return items.size() == 1
        && items.get(0).witnesses().size() == 1
        && items.get(0).needs().get(0).unit().isEmpty();
  }

  private String amount(String key, Missing.Need need) {
    return messages.text(
        key,
        safe(need.rule()),
        HoldingJson.decimal(need.atLeast()),
        need.unit().map(SafeText::of).orElse(""));
  }

  private String by(Missing.Item item, String text) {
    return item.by().map(day -> messages.text("missing.by", text, day.toString())).orElse(text);
  }

  private static String safe(String text) {
    return SafeText.of(text);
  }
}
