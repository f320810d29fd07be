package dev.pag.netty;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The users who may push; none means everybody may.
 *
 * <p>Guarantee: the time of {@link #accepts} depends on the number of users and the length of what
 * was sent, not on how much of it is right: digests keyed for this process are compared, all of
 * them, each in constant time. Passwords are not kept and appear in no message.
 */
public final class BasicAuth {
  private static final String SCHEME = "basic ";
  private static final int KEY_BYTES = 32;

  private final byte[] key = new byte[KEY_BYTES];
  private final List<byte[]> digests = new ArrayList<>(); // filled while parsing, then only read

  private BasicAuth() {
    new SecureRandom().nextBytes(key);
  }

  /**
   * Reads {@code user1=password1,user2=password2}; a password is all after the first {@code =}.
   *
   * @throws IllegalArgumentException with one line, which tells the entry's place and never its
   *     text, if an entry has no {@code =}, an empty user, a user with a colon, or a user already
   *     given
   */
  public static BasicAuth parse(String text) {
    BasicAuth auth = new BasicAuth();
    if (text.isBlank()) {
      return auth;
    }
    String[] entries = text.split(",", -1);
    Set<String> users = new HashSet<>();
    for (int i = 0; i < entries.length; i++) {
      auth.add(entries[i].stripLeading(), i + 1, users);
    }
    return auth;
  }

  private void add(String entry, int place, Set<String> users) {
    int equals = entry.indexOf('=');
    if (equals < 0) {
      throw bad(place, "expected user=password");
    }
    String user = entry.substring(0, equals);
    if (user.isEmpty()) {
      throw bad(place, "the user is empty");
    }
    if (user.indexOf(':') >= 0) {
      throw bad(place, "a user must not contain ':'");
    }
    if (!users.add(user)) {
      throw bad(place, "the user was given before");
    }
    digests.add(
        digest((user + ":" + entry.substring(equals + 1)).getBytes(StandardCharsets.UTF_8)));
  }

  private static IllegalArgumentException bad(int place, String problem) {
    return new IllegalArgumentException("bad entry " + place + " of the users: " + problem);
  }

  /** Pushes need credentials. */
  boolean required() {
    return !digests.isEmpty();
  }

  /**
   * @param authorization the Authorization field, null if there is none
   */
  boolean accepts(@Nullable String authorization) {
    if (!required()) {
      return true;
    }
    if (authorization == null
        || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return false;
    }
    byte[] sent = decode(authorization.substring(SCHEME.length()).strip());
    return sent != null && isKnown(digest(sent));
  }

  private static byte @Nullable [] decode(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }

  private boolean isKnown(byte[] sent) {
    boolean known = false;
    for (byte[] digest : digests) {
      known |= MessageDigest.isEqual(digest, sent);
    }
    return known;
  }

  private byte[] digest(byte[] credentials) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(key);
      return sha256.digest(credentials);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("bug: every JDK has SHA-256", e);
    }
  }
}
