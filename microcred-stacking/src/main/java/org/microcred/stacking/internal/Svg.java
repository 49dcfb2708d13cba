package org.microcred.stacking.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.microcred.model.SafeText;
import org.microcred.stacking.Decision;

/** Draws a decision as SVG 1.1 without script, style sheets or anything to be loaded. */
public final class Svg {
  private static final int WIDTH = 280;
  private static final int HEIGHT = 32;
  private static final int GAP = 60;
  private static final int ROW = 44;
  private static final int MARGIN = 20;

  /** So many characters fit a box; its title has them all. */
  private static final int FIT = 38;

  /** The colours of a box. */
  private record Look(String fill, String stroke, String dashes) {}

  private static final Map<Picture.Mark, Look> LOOKS =
      Map.of(
          Picture.Mark.DONE, new Look("#e6f4ea", "#137333", ""),
          Picture.Mark.HELD, new Look("#ffffff", "#137333", ""),
          Picture.Mark.OPEN, new Look("#fce8e6", "#a50e0e", ""),
          Picture.Mark.MISSING, new Look("#ffffff", "#a50e0e", " stroke-dasharray=\"5 3\""),
          Picture.Mark.UNKNOWN, new Look("#fef7e0", "#7a4f01", ""),
          Picture.Mark.NOT_NEEDED, new Look("#f1f3f4", "#5f6368", ""));

  private final StringBuilder boxes = new StringBuilder();
  private final StringBuilder lines = new StringBuilder();

  /** The middle of the left side of every box. */
  private final Map<Integer, int[]> places = new HashMap<>();

  private int nextRow;
  private int deepest;

  private Svg() {}

  /**
   * {@return the picture, a document}
   *
   * @param decision a decision
   * @param locale the language
   */
  public static String of(Decision decision, Locale locale) {
    return new Svg().draw(new Picture(decision, locale), decision.explain(locale));
  }

  private String draw(Picture picture, String description) {
    place(picture.root, 0);
    for (Picture.Arrow arrow : picture.arrows) {
      arrow(arrow);
    }
    int width = 2 * MARGIN + (deepest + 1) * (WIDTH + GAP);
    int height = 2 * MARGIN + Math.max(1, nextRow) * ROW;
    String id = Integer.toHexString(description.hashCode());
    String all = description.lines().map(Svg::text).reduce((a, b) -> a + "\n" + b).orElse("");
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"t"
        + id
        + " d"
        + id
        + "\" viewBox=\"0 0 "
        + width
        + " "
        + height
        + "\" width=\""
        + width
        + "\" height=\""
        + height
        + "\" font-family=\"sans-serif\" font-size=\"13\">\n<title id=\"t"
        + id
        + "\">"
        + text(picture.title)
        + "</title>\n<desc id=\"d"
        + id
        + "\">"
        + all
        + "</desc>\n"
        + lines
        + boxes
        + "</svg>\n";
  }

  /** Places a box beside what is inside it, and gives the height of its middle. */
  private int place(Picture.Box box, int depth) {
    deepest = Math.max(deepest, depth);
    int x = MARGIN + depth * (WIDTH + GAP);
    int y;
    if (box.inside().isEmpty()) {
      y = MARGIN + nextRow++ * ROW + ROW / 2;
    } else {
      List<Integer> heights = box.inside().stream().map(b -> place(b, depth + 1)).toList();
      y = (heights.get(0) + heights.get(heights.size() - 1)) / 2;
      for (int i = 0; i < heights.size(); i++) {
        Look look = look(box.inside().get(i));
        line(x + WIDTH, y, x + WIDTH + GAP, heights.get(i), look.stroke() + "\"" + look.dashes());
      }
    }
    places.put(box.number(), new int[] {x, y});
    Look look = look(box);
    boxes.append("<g><title>").append(text(box.text())).append("</title><rect x=\"").append(x);
    boxes.append("\" y=\"").append(y - HEIGHT / 2).append("\" width=\"").append(WIDTH);
    boxes.append("\" height=\"").append(HEIGHT).append("\" rx=\"6\" fill=\"").append(look.fill());
    boxes.append("\" stroke=\"").append(look.stroke()).append('"').append(look.dashes());
    boxes.append("/><text x=\"").append(x + 10).append("\" y=\"").append(y + 5).append("\">");
    boxes.append(text(SafeText.of(box.text(), FIT))).append("</text></g>\n");
    return y;
  }

  private static Look look(Picture.Box box) {
    return LOOKS.getOrDefault(box.mark(), new Look("#ffffff", "#000000", ""));
  }

  private void line(int x1, int y1, int x2, int y2, String stroke) {
    int middle = (x1 + x2) / 2;
    lines.append("<path d=\"M").append(x1).append(' ').append(y1).append(" C").append(middle);
    lines.append(' ').append(y1).append(' ').append(middle).append(' ').append(y2).append(' ');
    lines.append(x2).append(' ').append(y2).append("\" fill=\"none\" stroke=\"").append(stroke);
    lines.append("/>\n");
  }

  /** An arrow beside the boxes, on their left. */
  private void arrow(Picture.Arrow arrow) {
    int[] from = places.getOrDefault(arrow.from(), new int[2]);
    int[] to = places.getOrDefault(arrow.to(), new int[2]);
    int left = Math.max(2, Math.min(from[0], to[0]) - GAP / 2);
    lines.append("<g><title>").append(text(arrow.text())).append("</title><path d=\"M");
    lines.append(from[0]).append(' ').append(from[1]).append(" C").append(left).append(' ');
    lines.append(from[1]).append(' ').append(left).append(' ').append(to[1]).append(' ');
    lines.append(to[0]).append(' ').append(to[1]).append("\" fill=\"none\" stroke=\"#5f6368\"");
    lines.append(" stroke-dasharray=\"2 3\"/><circle cx=\"").append(to[0]).append("\" cy=\"");
    lines.append(to[1]).append("\" r=\"4\" fill=\"#5f6368\"/><text x=\"").append(left);
    lines.append("\" y=\"").append((from[1] + to[1]) / 2).append("\" font-size=\"11\">");
    lines.append(text(arrow.text())).append("</text></g>\n");
  }

  private static String text(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
