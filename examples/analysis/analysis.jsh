// One question at a time: jshell --class-path … -R-Dholdings=holdings.csv -R-Dpolicy=policy.json analysis.jsh
import java.nio.file.*;
import java.time.*;
import java.util.stream.*;
import org.microcred.stacking.*;

var policy = StackPolicy.parse(Files.readString(Path.of(System.getProperty("policy"))));
var at = Instant.parse(System.getProperty("at", "2026-06-30T12:00:00Z"));
var rows = HoldingRows.csv(Files.newBufferedReader(Path.of(System.getProperty("holdings")))).toList();

// What each learner holds, and what is decided.
var wallets = rows.stream().filter(HoldingRow.Held.class::isInstance).map(HoldingRow.Held.class::cast).collect(Collectors.groupingBy(HoldingRow.Held::learner, TreeMap::new, Collectors.mapping(HoldingRow.Held::holding, Collectors.toList())));
var decisions = wallets.values().stream().map(w -> policy.decide(StackCase.builder(at).holdings(w).build())).toList();

// How many earn it, and why one does not.
var outcomes = decisions.stream().collect(Collectors.groupingBy(Decision::outcome, TreeMap::new, Collectors.counting()));
var example = decisions.stream().filter(d -> !d.earned()).map(Decision::explain).findFirst().orElse("All earn it.");
