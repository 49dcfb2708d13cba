package org.microcred.crypto.internal.jsonld;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.context.ActiveContext;
import com.apicatalog.jsonld.context.TermDefinition;
import com.apicatalog.jsonld.lang.Keywords;
import com.apicatalog.jsonld.lang.LanguageTag;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonBoolean;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/** Literals: each must come out of canonicalisation with the value that it has in the JSON. */
final class ValueCheck {
  private final ContextStates states;
  private final NameCheck names;
  private final WalkFindings findings;

  ValueCheck(ContextStates states, NameCheck names, WalkFindings findings) {
    this.states = states;
    this.names = names;
    this.findings = findings;
  }

  /** A string, number or boolean under a property (JSON-LD API 1.1 §5.3.2). */
  void scalar(String key, JsonValue value, ActiveContext scope, JsonPointer at)
      throws ContextException, JsonLdError {
    number(value, at);
    ActiveContext active = states.scalar(scope, key, at);
    String coercion = active.getTerm(key).map(TermDefinition::getTypeMapping).orElse(null);
    if (value instanceof JsonString string) {
      if (Keywords.ID.equals(coercion)) {
        names.reference(string.value(), active, at);
      } else if (Keywords.VOCAB.equals(coercion)) {
        names.vocabulary(string.value(), active, at);
      }
    }
  }

  /** An object with {@code @value}. */
  void valueObject(
      Map<String, JsonValue> keywords, Set<String> properties, ActiveContext active, JsonPointer at)
      throws JsonLdError {
    for (String property : properties) {
      findings.lost(
          "context.undefined-term", at.child(property), "a value object has no such member");
    }
    boolean json = false;
    for (Map.Entry<String, JsonValue> entry : keywords.entrySet()) {
      switch (entry.getKey()) {
        case Keywords.VALUE, Keywords.LANGUAGE -> {}
        case Keywords.TYPE -> json = datatype(entry.getValue(), active, at);
        case Keywords.DIRECTION ->
            findings.lost(
                "context.direction",
                at,
                "the base direction of a text is not signed; leave @direction out");
        default ->
            findings.lost(
                "context.keyword", at, entry.getKey() + " of a value is not signed; leave it out");
      }
    }
    JsonValue value = keywords.get(Keywords.VALUE);
    if (json && value != null) {
      json(value, at);
    } else {
      literal(value, keywords.get(Keywords.LANGUAGE), at);
    }
  }

  private void literal(@Nullable JsonValue value, @Nullable JsonValue language, JsonPointer at) {
    boolean scalar = value instanceof JsonString || value instanceof JsonNumber;
    if (!scalar && !(value instanceof JsonBoolean)) {
      findings.lost("context.value", at, "@value must be a string, a number or a boolean");
      return;
    }
    number(value, at);
    if (language != null && !(value instanceof JsonString && isLanguage(language))) {
      findings.lost(
          "context.language",
          at,
          "@language must be a well-formed language tag and stand beside a text, or the text is"
              + " not signed");
    }
  }

  private static boolean isLanguage(JsonValue language) {
    return language instanceof JsonString tag
        && !tag.value().isEmpty()
        && LanguageTag.isWellFormed(tag.value());
  }

  /** Whether the datatype is JSON; any other one must be an absolute IRI. */
  private boolean datatype(JsonValue type, ActiveContext active, JsonPointer at)
      throws JsonLdError {
    if (type instanceof JsonString name && name.value().equals(Keywords.JSON)) {
      return true;
    }
    if (!(type instanceof JsonString name)
        || Iris.looksLikeKeyword(name.value())
        || !Iris.isAbsolute(Iris.ofType(active, name.value()))) {
      findings.undefined(
          "context.undefined-type",
          at,
          "no context defines the type of this value, so it is not signed");
    }
    return false;
  }

  /** A JSON literal: kept as it is, but for its numbers. */
  void json(JsonValue value, JsonPointer at) {
    number(value, at);
    if (value instanceof JsonArray array) {
      for (int i = 0; i < array.items().size(); i++) {
        json(array.items().get(i), at.child(i));
      }
    } else if (value instanceof JsonObject object) {
      object.members().forEach((name, member) -> json(member, at.child(name)));
    }
  }

  private void number(@Nullable JsonValue value, JsonPointer at) {
    if (value instanceof JsonNumber number && !survives(number)) {
      findings.lost(
          "context.number",
          at,
          "the number "
              + SafeText.of(number.literal())
              + " would be rounded when it is signed; use fewer digits, or a string");
    }
  }

  private static boolean survives(JsonNumber number) {
    try {
      return Numbers.survives(number.value());
    } catch (ArithmeticException e) {
      return false;
    }
  }
}
