package org.microcred.model.competency;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.SafeText;
import org.microcred.model.internal.Inspection;
import org.microcred.model.internal.Messages;
import org.microcred.model.internal.Uris;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;

/** Writes a plain list of competencies as a CASE package, so that there is one way to read both. */
final class PlainList {
  private final FrameworkDocument document;
  private final ListColumns columns;
  private final Inspection inspection = new Inspection();
  private final Map<String, Row> rows = new LinkedHashMap<>();

  private record Row(
      String label, List<String> parents, Optional<String> description, Optional<String> code) {}

  private PlainList(FrameworkDocument document, ListColumns columns) {
    this.document = document;
    this.columns = columns;
  }

  /** {@return the CASE package that says the same as the list} */
  static byte[] toPackage(
      FrameworkDocument document, byte[] csv, ListColumns columns, FrameworkLimits limits)
      throws InvalidDocumentException {
    limits.refuseLonger(csv.length);
    PlainList list = new PlainList(document, columns);
    list.read(csv, limits);
    return list.write(limits);
  }

  // --- reading ---

  private void read(byte[] bytes, FrameworkLimits limits) throws InvalidDocumentException {
    if (!Utf8.isText(bytes)) {
      throw new InvalidDocumentException(
          List.of(Messages.violation("json.encoding#utf-8", JsonPointer.ROOT)));
    }
    try {
      Csv csv = new Csv(bytes, limits.object().stringLength());
      Header header = new Header(csv.next().orElse(new Csv.Line(1, List.of())));
      Optional<Csv.Line> line = inspection.isClean() ? csv.next() : Optional.empty();
      while (line.isPresent() && !inspection.isFull()) {
        if (rows.size() >= limits.objects()) {
          fail("limit.objects#row", line.get(), "", Integer.toString(limits.objects()));
          break;
        }
        row(header, line.get());
        line = csv.next();
      }
    } catch (InvalidDocumentException e) {
      e.violations().forEach(inspection::fail);
    }
    if (!inspection.isClean()) {
      throw inspection.refusal();
    }
  }

  private void row(Header header, Csv.Line line) {
    if (line.cells().size() != header.size()) {
      fail(
          "case.csv#row",
          line,
          "",
          Integer.toString(header.size()),
          Integer.toString(line.cells().size()));
      return;
    }
    String uri = header.cell(columns.uri(), line);
    String label = header.cell(columns.label(), line);
    List<String> parents =
        columns.parent().map(name -> header.cell(name, line)).stream()
            .flatMap(cell -> Stream.of(cell.split("\\|")))
            .map(String::strip)
            .filter(parent -> !parent.isEmpty())
            .distinct()
            .toList();
    if (label.isBlank()) {
      fail("model.blank#row", line, columns.label());
    }
    if (!Uris.isAbsolute(uri)) {
      fail("model.uri#row", line, columns.uri(), SafeText.quote(uri));
    }
    for (String parent : parents) {
      if (!Uris.isAbsolute(parent)) {
        fail("model.uri#row", line, columns.parent().orElseThrow(), SafeText.quote(parent));
      }
    }
    Row row =
        new Row(
            label,
            parents,
            columns.description().map(name -> header.cell(name, line)).filter(s -> !s.isEmpty()),
            columns.code().map(name -> header.cell(name, line)).filter(s -> !s.isEmpty()));
    if (uri.equals(document.uri()) || rows.putIfAbsent(uri, row) != null) {
      fail("case.duplicate-uri#row", line, columns.uri(), SafeText.quote(uri));
    }
  }

  private void fail(String key, Csv.Line line, String column, String... arguments) {
    JsonPointer pointer = JsonPointer.ROOT.child(line.number());
    String[] all = new String[arguments.length + 1];
    all[0] = Integer.toString(line.number());
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    inspection.fail(
        Messages.violation(key, column.isEmpty() ? pointer : pointer.child(column), all));
  }

  /** The first line: the place of every column that is asked for. */
  private final class Header {
    private final List<String> names;

    Header(Csv.Line line) {
      names = line.cells();
      Stream.of(
              Optional.of(columns.uri()),
              Optional.of(columns.label()),
              columns.parent(),
              columns.description(),
              columns.code())
          .flatMap(Optional::stream)
          .distinct()
          .filter(name -> Collections.frequency(names, name) != 1)
          .forEach(name -> fail("case.csv#header", line, name, SafeText.quote(name)));
    }

    int size() {
      return names.size();
    }

    String cell(String name, Csv.Line line) {
      return line.cells().get(names.indexOf(name));
    }
  }

  // --- writing ---

  /** A list becomes longer as a package: each part is bounded as the list was. */
  private byte[] write(FrameworkLimits limits) throws InvalidDocumentException {
    ByteArrayOutputStream items = new ByteArrayOutputStream();
    ByteArrayOutputStream associations = new ByteArrayOutputStream();
    String changed = document.lastChangeDateTime().toString();
    for (Map.Entry<String, Row> entry : rows.entrySet()) {
      String uri = entry.getKey();
      Row row = entry.getValue();
      append(items, item(uri, row, changed), limits);
      List<String> parents = row.parents().isEmpty() ? List.of(document.uri()) : row.parents();
      for (String parent : parents) {
        append(associations, isChildOf(uri, row, parent, changed), limits);
      }
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(ascii("{\"CFDocument\":"));
    all.writeBytes(Json.writeBytes(document.toJson()));
    all.writeBytes(ascii(",\"CFItems\":["));
    all.writeBytes(items.toByteArray());
    all.writeBytes(ascii("],\"CFAssociations\":["));
    all.writeBytes(associations.toByteArray());
    all.writeBytes(ascii("]}"));
    return all.toByteArray();
  }

  private static JsonObject item(String uri, Row row, String changed) {
    JsonObject.Builder json =
        JsonObject.builder()
            .put("identifier", identifier(uri))
            .put("fullStatement", row.label())
            .put("uri", uri);
    row.code().ifPresent(code -> json.put("humanCodingScheme", code));
    row.description().ifPresent(text -> json.put("notes", text));
    return json.put("lastChangeDateTime", changed).build();
  }

  private JsonObject isChildOf(String uri, Row row, String parent, String changed) {
    String type = AssociationType.IS_CHILD_OF.value();
    String identifier = identifier(uri + '\n' + type + '\n' + parent);
    return JsonObject.builder()
        .put("identifier", identifier)
        .put("associationType", type)
        .put("uri", "urn:uuid:" + identifier)
        .put("originNodeURI", link(uri, row.label()))
        .put("destinationNodeURI", link(parent, title(parent)))
        .put("lastChangeDateTime", changed)
        .build();
  }

  private JsonObject link(String uri, String title) {
    return JsonObject.builder()
        .put("title", title)
        .put("identifier", uri.equals(document.uri()) ? document.identifier() : identifier(uri))
        .put("uri", uri)
        .build();
  }

  private String title(String uri) {
    if (uri.equals(document.uri())) {
      return document.title();
    }
    Row row = rows.get(uri);
    return row == null ? uri : row.label();
  }

  /** {@return the UUID made from a name, version 3 (RFC 4122 §4.3)} */
  static String identifier(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static void append(ByteArrayOutputStream out, JsonObject object, FrameworkLimits limits)
      throws InvalidDocumentException {
    if (out.size() > 0) {
      out.write(',');
    }
    out.writeBytes(Json.writeBytes(object));
    limits.refuseLonger(out.size());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
