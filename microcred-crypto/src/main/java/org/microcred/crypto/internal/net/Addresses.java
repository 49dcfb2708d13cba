package org.microcred.crypto.internal.net;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses are public: those that the registries of special-purpose addresses (RFC 6890)
 * leave for everybody. What carries another address inside is judged by that, or not believed.
 */
final class Addresses {
  private static final List<Block> NOT_PUBLIC_4 =
      List.of(
          Block.of(8, 0), // this network
          Block.of(8, 10), // private
          Block.of(10, 100, 64), // shared with a provider
          Block.of(8, 127), // loopback
          Block.of(16, 169, 254), // link-local, where clouds keep their secrets
          Block.of(12, 172, 16), // private
          Block.of(24, 192, 0, 0), // protocol assignments
          Block.of(24, 192, 0, 2), // documentation
          Block.of(24, 192, 88, 99), // relays to IPv6
          Block.of(16, 192, 168), // private
          Block.of(15, 198, 18), // benchmarks
          Block.of(24, 198, 51, 100), // documentation
          Block.of(24, 203, 0, 113), // documentation
          Block.of(4, 224), // multicast
          Block.of(4, 240)); // reserved, broadcast

  /** Within the global unicast addresses of IPv6. */
  private static final List<Block> NOT_PUBLIC_6 =
      List.of(
          Block.of(23, 0x20, 0x01, 0x00), // protocol assignments, Teredo among them
          Block.of(32, 0x20, 0x01, 0x0d, 0xb8), // documentation
          Block.of(16, 0x20, 0x02), // 6to4
          Block.of(20, 0x3f, 0xff, 0x00)); // documentation

  private static final Block GLOBAL_6 = Block.of(3, 0x20);
  private static final Block NAT64 = Block.of(96, 0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0);

  private Addresses() {}

  /** Whether anybody may have that address. */
  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      return isPublic4(bytes);
    }
    if (NAT64.contains(bytes)) {
      return isPublic4(new byte[] {bytes[12], bytes[13], bytes[14], bytes[15]});
    }
    return GLOBAL_6.contains(bytes)
        && NOT_PUBLIC_6.stream().noneMatch(block -> block.contains(bytes));
  }

  private static boolean isPublic4(byte[] bytes) {
    return NOT_PUBLIC_4.stream().noneMatch(block -> block.contains(bytes));
  }

  /** Addresses that begin alike. */
  private record Block(int bits, List<Integer> prefix) {
    static Block of(int bits, Integer... prefix) {
      return new Block(bits, List.of(prefix));
    }

    boolean contains(byte[] address) {
      for (int bit = 0; bit < bits; bit++) {
        int mine = bit / 8 < prefix.size() ? prefix.get(bit / 8) : 0;
        int shift = 7 - bit % 8;
        if ((mine >> shift & 1) != (address[bit / 8] >> shift & 1)) {
          return false;
        }
      }
      return true;
    }
  }
}
