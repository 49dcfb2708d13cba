package org.microcred.model.competency;

import java.util.Map;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;

/** The bytes of a package, and where its objects stand in them. Never changed. */
final class PackageSource {
  private static final Spans NONE = new Spans();

  private final byte[] bytes;
  private final Map<Section, Spans> spans;
  private final Limits limits;
  private final JsonObject more;
  private final JsonObject moreDefinitions;

  /**
   * Joins what a scan has found.
   *
   * @param bytes the package
   * @param spans where the objects of each part stand
   * @param limits how large and deep an object may be
   * @param more extensions of the package, and members that the specification does not know
   * @param moreDefinitions the same for the definitions
   */
  PackageSource(
      byte[] bytes,
      Map<Section, Spans> spans,
      Limits limits,
      JsonObject more,
      JsonObject moreDefinitions) {
    this.bytes = bytes;
    this.spans = spans;
    this.limits = limits;
    this.more = more;
    this.moreDefinitions = moreDefinitions;
  }

  byte[] bytes() {
    return bytes;
  }

  JsonObject more() {
    return more;
  }

  JsonObject moreDefinitions() {
    return moreDefinitions;
  }

  /** {@return how many objects a part has} */
  int size(Section section) {
    return spans(section).size();
  }

  /** {@return one object as JSON, read as strictly as any document} */
  JsonObject object(Section section, int index) throws InvalidDocumentException {
    return Json.readObject(spans(section).of(bytes, index), limits);
  }

  private Spans spans(Section section) {
    return spans.getOrDefault(section, NONE);
  }
}
