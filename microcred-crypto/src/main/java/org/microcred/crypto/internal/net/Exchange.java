package org.microcred.crypto.internal.net;

import static org.microcred.crypto.internal.net.FetchException.Again.NEVER;
import static org.microcred.crypto.internal.net.FetchException.Again.ONCE;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javax.net.SocketFactory;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.microcred.crypto.HttpsPolicy;

/**
 * Asks one server once. The host's name is looked up here, the addresses are judged, and the
 * connection goes to the very address that was judged.
 */
final class Exchange {
  private static final String ACCEPT =
      "application/json, application/ld+json;q=0.9, application/jwt;q=0.9, */*;q=0.5";
  private static final int HTTPS_PORT = 443;
  private static final int MAX_PORT = 65_535;

  private final HttpsPolicy policy;
  private final NameService names;
  private final Deadline deadline;
  private final Abort abort;

  Exchange(HttpsPolicy policy, NameService names, Deadline deadline, Abort abort) {
    this.policy = policy;
    this.names = names;
    this.deadline = deadline;
    this.abort = abort;
  }

  HttpAnswer get(URI url) throws IOException {
    String host = host(url);
    int port = url.getPort() < 0 ? HTTPS_PORT : url.getPort();
    try (Socket plain = connected(addresses(host), port);
        SSLSocket socket = secured(plain, host, port)) {
      handshake(socket);
      socket.getOutputStream().write(request(url));
      return new AnswerReader(
              new BufferedInputStream(new Timed(socket, deadline)), policy.bodyBytes())
          .read();
    } catch (FetchException e) {
      throw e;
    } catch (SocketTimeoutException e) {
      throw new FetchException(NEVER, "no answer in time", e);
    } catch (IOException e) {
      throw new FetchException(ONCE, "the connection broke: " + e.getMessage(), e);
    }
  }

  private static String host(URI url) throws FetchException {
    String host = url.getHost();
    if (host == null
        || host.isEmpty()
        || url.getRawUserInfo() != null
        || url.getPort() > MAX_PORT) {
      throw new FetchException(NEVER, "the URL has no proper host, or a user's name in it");
    }
    return host;
  }

  private List<InetAddress> addresses(String host) throws FetchException {
    List<InetAddress> addresses;
    try {
      addresses = names.addresses(host);
    } catch (UnknownHostException e) {
      throw new FetchException(NEVER, "nobody knows the host", e);
    }
    boolean allowed =
        policy.privateHosts().contains(host.toLowerCase(Locale.ROOT))
            || addresses.stream().allMatch(Addresses::isPublic);
    if (addresses.isEmpty() || !allowed) {
      throw new FetchException(NEVER, "the host's address is not a public one");
    }
    return addresses;
  }

  private Socket connected(List<InetAddress> addresses, int port) throws IOException {
    FetchException last = new FetchException(NEVER, "the host has no address");
    for (InetAddress address : addresses) {
      Socket socket = SocketFactory.getDefault().createSocket();
      try {
        abort.guard(socket);
        socket.connect(new InetSocketAddress(address, port), deadline.millis(policy.connectTime()));
        return socket;
      } catch (SocketTimeoutException e) {
        socket.close();
        last = new FetchException(NEVER, "no connection in time", e);
      } catch (IOException e) {
        socket.close();
        last = new FetchException(ONCE, "no connection: " + e.getMessage(), e);
      }
    }
    throw last;
  }

  /** The name is the one of the URL: for the server to choose its certificate, and to be in it. */
  private SSLSocket secured(Socket plain, String host, int port) throws IOException {
    SSLSocketFactory factory =
        policy
            .tls()
            .map(context -> context.getSocketFactory())
            .orElseGet(() -> (SSLSocketFactory) SSLSocketFactory.getDefault());
    String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    SSLSocket socket = (SSLSocket) factory.createSocket(plain, name, port, true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    socket.setSSLParameters(parameters);
    return socket;
  }

  private void handshake(SSLSocket socket) throws IOException {
    socket.setSoTimeout(deadline.millis(policy.handshakeTime()));
    try {
      socket.startHandshake();
    } catch (SSLException e) {
      throw new FetchException(NEVER, "no trustworthy TLS connection: " + e.getMessage(), e);
    }
  }

  private static byte[] request(URI url) {
    String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    String port = url.getPort() < 0 ? "" : ":" + url.getPort();
    return ("GET "
            + path
            + query
            + " HTTP/1.1\r\nHost: "
            + url.getHost()
            + port
            + "\r\nAccept: "
            + ACCEPT
            + "\r\nAccept-Encoding: identity\r\nUser-Agent: microcred\r\nConnection: close\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** No read waits longer than there is time. */
  private static final class Timed extends FilterInputStream {
    private final Socket socket;
    private final Deadline deadline;

    Timed(Socket socket, Deadline deadline) throws IOException {
      super(socket.getInputStream());
      this.socket = socket;
      this.deadline = deadline;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      socket.setSoTimeout(deadline.millis());
      return super.read(buffer, offset, length);
    }
  }
}
