package org.microcred.model.competency;

import java.util.AbstractList;
import java.util.RandomAccess;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Inspection;

/**
 * Objects of a package as records, each made from the bytes whenever it is asked for. Immutable.
 *
 * @param <T> their type
 */
final class Records<T> extends AbstractList<T> implements RandomAccess {
  private final PackageSource source;
  private final Section section;
  private final int size;
  private final IntUnaryOperator position;
  private final Function<Cursor, T> read;

  private Records(
      PackageSource source,
      Section section,
      int size,
      IntUnaryOperator position,
      Function<Cursor, T> read) {
    this.source = source;
    this.section = section;
    this.size = size;
    this.position = position;
    this.read = read;
  }

  /** {@return all objects of a part} */
  static <T> Records<T> all(PackageSource source, Section section, Function<Cursor, T> read) {
    return new Records<>(source, section, source.size(section), IntUnaryOperator.identity(), read);
  }

  /** {@return those at the given positions, in their order} */
  Records<T> at(int[] positions) {
    return new Records<>(source, section, positions.length, i -> positions[i], read);
  }

  @Override
  public T get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    try {
      return read.apply(
          CaseMembers.root(
              source.object(section, position.applyAsInt(index)), Inspection.withNulls()));
    } catch (InvalidDocumentException e) {
      throw new IllegalStateException("the package was read before", e);
    }
  }

  @Override
  public int size() {
    return size;
  }
}
