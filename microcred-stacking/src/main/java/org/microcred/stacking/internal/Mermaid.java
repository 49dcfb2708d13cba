package org.microcred.stacking.internal;

import java.util.Locale;
import org.microcred.stacking.Decision;

/**
 * Draws a decision as a Mermaid flow chart. Whatever a text says, it stays a text: everything but
 * letters, digits and a few signs is written by its number.
 */
public final class Mermaid {
  private static final String HARMLESS = " .,:-_()/%+=";

  private final StringBuilder out = new StringBuilder();

  private Mermaid() {}

  /**
   * {@return the picture}
   *
   * @param decision a decision
   * @param locale the language
   */
  public static String of(Decision decision, Locale locale) {
    return new Mermaid().draw(new Picture(decision, locale));
  }

  private String draw(Picture picture) {
    out.append("flowchart LR\n");
    out.append("  accTitle: ").append(text(picture.title)).append('\n');
    box(picture.root);
    for (Picture.Arrow arrow : picture.arrows) {
      out.append("  n").append(arrow.from()).append(" -. \"").append(text(arrow.text()));
      out.append("\" .-> n").append(arrow.to()).append('\n');
    }
    out.append("  classDef done fill:#e6f4ea,stroke:#137333,color:#000\n");
    out.append("  classDef held fill:#ffffff,stroke:#137333,color:#000\n");
    out.append("  classDef open fill:#fce8e6,stroke:#a50e0e,color:#000\n");
    out.append("  classDef missing fill:#ffffff,stroke:#a50e0e,stroke-dasharray:5 3,color:#000\n");
    out.append("  classDef unknown fill:#fef7e0,stroke:#7a4f01,color:#000\n");
    out.append("  classDef not_needed fill:#f1f3f4,stroke:#5f6368,color:#000\n");
    return out.toString();
  }

  private void box(Picture.Box box) {
    out.append("  n").append(box.number()).append("[\"").append(text(box.text())).append("\"]:::");
    out.append(box.mark().name().toLowerCase(Locale.ROOT)).append('\n');
    for (Picture.Box inside : box.inside()) {
      box(inside);
      boolean missing = inside.mark() == Picture.Mark.MISSING;
      out.append("  n").append(inside.number()).append(missing ? " -.-> n" : " --> n");
      out.append(box.number()).append('\n');
    }
  }

  private static String text(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c) || HARMLESS.indexOf(c) >= 0) {
                safe.appendCodePoint(c);
              } else {
                safe.append('#').append(c).append(';');
              }
            });
    return safe.toString();
  }
}
