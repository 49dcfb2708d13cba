package org.microcred.verify.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import org.microcred.crypto.BadgeImage;
import org.microcred.crypto.SecuredCredential;
import org.microcred.model.InvalidDocumentException;

/** Pictures that hold a badge, or can. */
final class PictureChecks {
  private static final int SIGNATURE = 8;
  private static final int AROUND_DATA = 12;
  private static final SecuredCredential BADGE = SecuredCredential.of("{\"a\":\"]]>&amp;\"}");

  private PictureChecks() {}

  /** As it is, and with checksums that fit. */
  static void png(byte[] data) throws InvalidDocumentException {
    read(data);
    read(withChecksums(data));
  }

  static void svg(byte[] data) throws InvalidDocumentException {
    read(data);
  }

  /** A badge goes in and comes out, and the picture stays what it was. */
  private static void read(byte[] data) throws InvalidDocumentException {
    BadgeImage picture;
    try {
      picture = BadgeImage.read(data);
    } catch (InvalidDocumentException e) {
      assertThat(e.violations()).isNotEmpty();
      return;
    }
    assertThat(picture.toBytes()).isEqualTo(data);
    byte[] alone = picture.withoutBadge();
    assertThat(alone.length == data.length).isEqualTo(picture.unbake().isEmpty());
    BadgeImage baked = picture.bake(BADGE);
    assertThat(baked.unbake().orElseThrow().content()).isEqualTo(BADGE);
    assertThat(baked.withoutBadge()).isEqualTo(alone);
    assertThat(baked.warnings()).isEqualTo(picture.warnings());
  }

  private static byte[] withChecksums(byte[] data) {
    byte[] copy = data.clone();
    ByteBuffer picture = ByteBuffer.wrap(copy);
    int at = SIGNATURE;
    while (at + AROUND_DATA <= copy.length) {
      int length = picture.getInt(at);
      if (length < 0 || length > copy.length - at - AROUND_DATA) {
        break;
      }
      CRC32 crc = new CRC32();
      crc.update(copy, at + 4, length + 4);
      picture.putInt(at + 8 + length, (int) crc.getValue());
      at += length + AROUND_DATA;
    }
    return copy;
  }
}
