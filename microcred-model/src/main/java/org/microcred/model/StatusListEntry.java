package org.microcred.model;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.internal.Members;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;

/**
 * Where in which list the status of a credential stands: a {@code BitstringStatusListEntry}
 * (Bitstring Status List 1.0 §2.1) or a {@code StatusList2021Entry} (Status List 2021 §4.1).
 *
 * @param type which of the two
 * @param purpose what the status says
 * @param index the place in the list, from 0
 * @param list the URL of the list, {@code statusListCredential}
 * @param size the bits of a status, {@code statusSize}: 1 to {@value #MAX_SIZE}
 * @param messages what each value means: none, or one for every value
 * @param references URLs where more about the statuses is said, {@code statusReference}
 */
public record StatusListEntry(
    String type,
    StatusPurpose purpose,
    long index,
    String list,
    int size,
    List<StatusMessage> messages,
    List<String> references) {
  /** The type of entries of Bitstring Status List. */
  public static final String BITSTRING = "BitstringStatusListEntry";

  /** The type of entries of Status List 2021. */
  public static final String STATUS_LIST_2021 = "StatusList2021Entry";

  /** The most bits that a status has; more have more messages than a document may hold. */
  public static final int MAX_SIZE = 16;

  public StatusListEntry {
    if (!type.equals(BITSTRING) && !type.equals(STATUS_LIST_2021)) {
      throw new IllegalArgumentException("type is neither of the two");
    }
    Objects.requireNonNull(purpose, "purpose");
    if (index < 0) {
      throw new IllegalArgumentException("index is negative");
    }
    Objects.requireNonNull(list, "list");
    if (size < 1 || size > MAX_SIZE) {
      throw new IllegalArgumentException("size is not between 1 and " + MAX_SIZE);
    }
    messages = List.copyOf(messages);
    if (!isComplete(messages, size)) {
      throw new IllegalArgumentException("messages: one is needed for each of the values");
    }
    references = List.copyOf(references);
  }

  /**
   * {@return an entry of Bitstring Status List with one bit}
   *
   * @param purpose what the bit says
   * @param index the place in the list, from 0
   * @param list the URL of the list
   */
  public static StatusListEntry of(StatusPurpose purpose, long index, String list) {
    return new StatusListEntry(BITSTRING, purpose, index, list, 1, List.of(), List.of());
  }

  /**
   * {@return whether a status is said in such an entry}
   *
   * @param status a credential's status
   */
  public static boolean isIn(CredentialStatus status) {
    return status.types().contains(BITSTRING) != status.types().contains(STATUS_LIST_2021);
  }

  /**
   * Reads an entry, strictly: the index in ASCII digits without leading zeros, sizes as whole
   * numbers, messages for all values or none.
   *
   * @param status a status for which {@link #isIn} holds
   * @return the entry
   * @throws InvalidDocumentException {@code status.malformed} for every member that is not as the
   *     specification wants it; pointers begin at the entry
   */
  public static StatusListEntry read(CredentialStatus status) throws InvalidDocumentException {
    return new StatusListEntryReader(status).read();
  }

  /**
   * {@return what a value of the status means, where the issuer said so}
   *
   * @param value a status
   */
  public Optional<String> message(int value) {
    return messages.stream()
        .filter(message -> message.value() == value)
        .map(StatusMessage::message)
        .findFirst();
  }

  /** {@return this entry as it stands in a credential, named by list and index} */
  public CredentialStatus toStatus() {
    Members more =
        new Members()
            .put("statusPurpose", purpose.value())
            .put("statusListIndex", Long.toString(index))
            .put("statusListCredential", list);
    if (size > 1) {
      more.put("statusSize", JsonNumber.of(size));
    }
    more.objects("statusMessage", messages, StatusMessage::toJson);
    if (!references.isEmpty()) {
      more.put("statusReference", Members.compact(references));
    }
    return new CredentialStatus(
        Optional.of(list + "#" + index), List.of(type), more.with(JsonObject.EMPTY));
  }

  /** Bitstring Status List 1.0 §2.1: none for a single bit, or as many as there are values. */
  static boolean isComplete(List<StatusMessage> messages, int size) {
    if (messages.isEmpty()) {
      return size == 1;
    }
    int values = 1 << size;
    HashSet<Integer> told = new HashSet<>();
    messages.forEach(message -> told.add(message.value()));
    return messages.size() == values
        && told.size() == values
        && told.stream().allMatch(value -> value < values);
  }
}
