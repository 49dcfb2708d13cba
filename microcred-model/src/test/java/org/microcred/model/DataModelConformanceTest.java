package org.microcred.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.microcred.model.ModelRules.Place;
import org.microcred.model.ModelRules.Property;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;
import org.microcred.testing.Vectors;

/** Every class and property of the data models of Open Badges 3.0 and CLR 2.0. */
class DataModelConformanceTest {
  private static final Pattern PACKAGE = Pattern.compile("Package (\\S+).*");
  private static final Pattern CLASS = Pattern.compile(" +(?:Class|Include) (\\S+).*");
  private static final Pattern PROPERTY =
      Pattern.compile(" +Property (\\S+) (\\S+) (\\d)(\\.\\.[\\d*])?(?: .*)?");

  /** What else 1EdTech models in the same file. */
  private static final Set<String> PACKAGES =
      Set.of("SharedCredentialDataModels", "SharedLegacyCredentialsDataModels");

  private static final Map<String, String> NOT_READ_HERE =
      Map.of(
          "Context", "a URL or any object",
          "Map", "any object",
          "ProfileRef", "a URL or a Profile, as the issuer in VerifiableCredential",
          "AnyAchievementCredential", "either of two classes",
          "AnyEndorsementCredential", "either of two classes",
          "Proof", "it covers the credential, so microcred-crypto reads it");

  /** Types that have one possible value, so that no part holds it. */
  private static final Set<Class<?>> CONSTANT =
      Set.of(
          GeoCoordinates.class,
          IdentifierEntry.class,
          IdentityObject.class,
          Image.class,
          Association.class);

  private static final Map<String, String> WEAKER =
      Map.of("CredentialStatus id", "VC 2.0 §4.10: optional, as in the schemas of 1EdTech");

  @Test
  void hasEveryClassAndPropertyOfOpenBadges() {
    Map<String, List<Property>> model = model();
    Map<String, Place> places = places();
    int rules = 0;
    int properties = 0;
    List<String> classes = new ArrayList<>();
    for (Map.Entry<String, List<Property>> entry : model.entrySet()) {
      String name = entry.getKey();
      Place place = places.get(name);
      if (place != null) {
        classes.add(name);
        for (Property property : entry.getValue()) {
          boolean weaker = WEAKER.containsKey(name + " " + property.name());
          boolean constant = CONSTANT.contains(place.type()) && property.name().equals("type");
          rules +=
              ModelRules.check(
                  place,
                  weaker ? new Property(property.name(), false, property.single()) : property,
                  constant);
          properties++;
        }
      } else {
        assertThat(VOCABULARIES.keySet().contains(name) || NOT_READ_HERE.containsKey(name))
            .as(name)
            .isTrue();
      }
    }
    System.out.printf(
        "data model of Open Badges 3.0: %d classes, %d properties, %d rules; not read here: %s%n",
        classes.size(), properties, rules, new TreeMap<>(NOT_READ_HERE).keySet());
    assertThat(classes).containsExactlyInAnyOrderElementsOf(places.keySet());
    assertThat(properties).isEqualTo(223);
  }

  private static final Map<String, List<String>> VOCABULARIES =
      Map.of(
          "AchievementType", values(AchievementType.standard().stream().map(Vocabulary::value)),
          "AlignmentTargetType",
              values(AlignmentTargetType.standard().stream().map(Vocabulary::value)),
          "ResultType", values(ResultType.standard().stream().map(Vocabulary::value)),
          "IdentifierTypeEnum", values(Stream.of(IdentifierType.NAME).map(Vocabulary::value)),
          "ResultStatusType", values(Stream.of(ResultStatus.values()).map(ResultStatus::value)));

  private static List<String> values(Stream<String> values) {
    return values.sorted().toList();
  }

  @Test
  void hasEveryTermOfTheVocabularies() {
    Map<String, List<Property>> model = model();
    VOCABULARIES.forEach(
        (name, terms) ->
            assertThat(values(model.getOrDefault(name, List.of()).stream().map(Property::name)))
                .as(name)
                .isEqualTo(terms));
  }

  @Test
  void hasEveryClassAndPropertyOfLearnerRecords() throws Exception {
    JsonObject schema =
        Json.readObject(
            Vectors.bytes("1edtech/schemas-clr-v2p0/clr_v2p0_clrcredential_schema.json"),
            Limits.defaults());
    JsonObject definitions = schema.object("$defs").orElseThrow();
    JsonObject clr = complete(Records.clr(DataModel.VC_2_0).build().json());
    String subject = "/credentialSubject";
    int rules = 0;
    rules += check(schema, new Place(ClrCredential.class, clr, ""));
    rules +=
        check(
            definitions.object("ClrSubject").orElseThrow(),
            new Place(ClrSubject.class, clr, subject));
    JsonObject association = definitions.object("Association").orElseThrow();
    rules += check(association, new Place(Association.class, clr, subject + "/association/0"));
    JsonObject types =
        association.object("properties").orElseThrow().object("associationType").orElseThrow();
    assertThat(types.list("enum"))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(AssociationType.values()).map(t -> new JsonString(t.value())).toList());
    System.out.println("schema of CLR 2.0: 3 classes, " + rules + " rules");
    assertThat(rules).isEqualTo(85);
  }

  private static int check(JsonObject schema, Place place) {
    int rules = 0;
    JsonObject properties = schema.object("properties").orElseThrow();
    for (Map.Entry<String, JsonValue> entry : properties.members().entrySet()) {
      JsonObject property = (JsonObject) entry.getValue();
      Stream<JsonValue> forms =
          Stream.concat(Stream.of(property), property.list("oneOf").stream())
              .flatMap(
                  form ->
                      Stream.concat(Stream.of(form), ((JsonObject) form).list("allOf").stream()));
      boolean many =
          forms.anyMatch(
              form -> ((JsonObject) form).string("type").filter("array"::equals).isPresent());
      boolean required = schema.list("required").contains(new JsonString(entry.getKey()));
      boolean constant = CONSTANT.contains(place.type()) && entry.getKey().equals("type");
      rules += ModelRules.check(place, new Property(entry.getKey(), required, !many), constant);
    }
    return rules;
  }

  private static Map<String, List<Property>> model() {
    Map<String, List<Property>> classes = new LinkedHashMap<>();
    String packageName = "";
    List<Property> properties = new ArrayList<>();
    for (String line : Vectors.text("1edtech/model/common_credentials.lines").lines().toList()) {
      Matcher inPackage = PACKAGE.matcher(line);
      Matcher inClass = CLASS.matcher(line);
      Matcher property = PROPERTY.matcher(line);
      if (inPackage.matches()) {
        packageName = inPackage.group(1);
      } else if (PACKAGES.contains(packageName) && inClass.matches()) {
        properties = new ArrayList<>();
        classes.put(inClass.group(1), properties);
      } else if (PACKAGES.contains(packageName) && property.matches()) {
        String many = property.group(4);
        properties.add(
            new Property(property.group(1), !property.group(3).equals("0"), !"..*".equals(many)));
      }
    }
    return classes;
  }

  private static Map<String, Place> places() {
    Map<String, Place> places = new HashMap<>();
    JsonObject badge = complete(Records.badge(DataModel.VC_2_0).build().json());
    String achievement = "/credentialSubject/achievement";
    places.put("Achievement", new Place(Achievement.class, badge, achievement));
    places.put("AchievementCredential", new Place(AchievementCredential.class, badge, ""));
    places.put(
        "AchievementSubject", new Place(AchievementSubject.class, badge, "/credentialSubject"));
    places.put("Address", new Place(Address.class, badge, "/issuer/address"));
    places.put("Alignment", new Place(Alignment.class, badge, achievement + "/alignment/0"));
    places.put("Criteria", new Place(Criteria.class, badge, achievement + "/criteria"));
    places.put(
        "EndorsementCredential",
        new Place(EndorsementCredential.class, endorsement(DataModel.VC_2_0), ""));
    places.put(
        "EndorsementSubject",
        new Place(EndorsementSubject.class, badge, "/endorsement/0/credentialSubject"));
    places.put("Evidence", new Place(Evidence.class, badge, "/evidence/0"));
    places.put("GeoCoordinates", new Place(GeoCoordinates.class, badge, "/issuer/address/geo"));
    places.put(
        "IdentifierEntry", new Place(IdentifierEntry.class, badge, "/issuer/otherIdentifier/0"));
    places.put(
        "IdentityObject",
        new Place(IdentityObject.class, badge, "/credentialSubject/identifier/0"));
    places.put("Image", new Place(Image.class, badge, "/image"));
    places.put("Profile", new Place(Profile.class, badge, "/issuer"));
    places.put("Related", new Place(Related.class, badge, achievement + "/related/0"));
    places.put("Result", new Place(Result.class, badge, "/credentialSubject/result/0"));
    places.put(
        "ResultDescription",
        new Place(ResultDescription.class, badge, achievement + "/resultDescription/1"));
    places.put(
        "RubricCriterionLevel",
        new Place(
            RubricCriterionLevel.class,
            badge,
            achievement + "/resultDescription/1/rubricCriterionLevel/1"));
    places.put("CredentialSchema", new Place(CredentialSchema.class, badge, "/credentialSchema/0"));
    places.put("CredentialStatus", new Place(CredentialStatus.class, badge, "/credentialStatus"));
    places.put("RefreshService", new Place(RefreshService.class, badge, "/refreshService"));
    places.put("TermsOfUse", new Place(TermsOfUse.class, badge, "/termsOfUse"));
    String content = "/credentialSubject/verifiableCredential/2";
    JsonObject clr = Records.clr(DataModel.VC_2_0).build().json();
    places.put("VerifiableCredential", new Place(OtherCredential.class, clr, content));
    places.put(
        "CredentialSubject",
        new Place(EndorsementSubject.class, clr, content + "/credentialSubject"));
    JsonObject old = complete(Records.badge(DataModel.VC_1_1).build().json());
    places.put("AchievementCredentialv1p1", new Place(AchievementCredential.class, old, ""));
    places.put(
        "EndorsementCredentialv1p1",
        new Place(EndorsementCredential.class, endorsement(DataModel.VC_1_1), ""));
    places.put(
        "AchievementSubjectv1p1", new Place(AchievementSubject.class, old, "/credentialSubject"));
    places.put("Achievementv1p1", new Place(Achievement.class, old, achievement));
    places.put("Profilev1p1", new Place(Profile.class, old, "/issuer"));
    places.put(
        "VerifiableCredentialv1p1",
        new Place(OtherCredential.class, Records.clr(DataModel.VC_1_1).build().json(), content));
    return places;
  }

  private static JsonObject endorsement(DataModel model) {
    return complete(Records.endorsement(model).build().json());
  }

  /** With the members of the data model that badges seldom have. */
  private static JsonObject complete(JsonObject credential) {
    JsonObject typed =
        JsonObject.builder().put("id", "https://uni.example/1").put("type", "Example").build();
    return credential
        .with("refreshService", typed)
        .with("termsOfUse", typed)
        .with("proof", JsonArray.of(typed));
  }
}
