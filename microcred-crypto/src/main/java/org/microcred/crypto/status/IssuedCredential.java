package org.microcred.crypto.status;

import java.util.Objects;
import org.microcred.crypto.SecuredCredential;

/**
 * A credential with a place in a status list. Keep both: without the index nobody can revoke it.
 *
 * @param index the place in the list
 * @param credential the credential, signed
 */
public record IssuedCredential(int index, SecuredCredential credential) {
  public IssuedCredential {
    Objects.requireNonNull(credential, "credential");
  }
}
