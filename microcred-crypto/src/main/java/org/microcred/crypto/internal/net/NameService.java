package org.microcred.crypto.internal.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** From a host's name to its addresses. */
@FunctionalInterface
interface NameService {
  /** The addresses of a host, at least one. */
  List<InetAddress> addresses(String host) throws UnknownHostException;

  /** That of the machine. */
  static NameService system() {
    return host -> List.of(InetAddress.getAllByName(host));
  }
}
