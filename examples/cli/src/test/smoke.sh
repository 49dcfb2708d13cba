#!/usr/bin/env bash
# Tries the self-contained jar as a stranger would: smoke.sh microcred.jar
set -euo pipefail
jar=$(realpath "$1")
stacks=$(realpath "$(dirname "$0")/../../../quickstart/src/main/resources/stacks")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
done_=0

# expect STATUS TEXT COMMAND…: the exit status, and a text in what was printed; never a stack trace.
expect() {
  local status=$1 text=$2 actual=0
  shift 2
  java -jar "$jar" "$@" >out.txt 2>&1 </dev/null || actual=$?
  if [ "$actual" != "$status" ] || { [ -n "$text" ] && ! grep -qF -- "$text" out.txt; } || grep -qE '^\s+at |Exception' out.txt; then
    printf 'microcred %s\nexpected status %s and "%s", got status %s:\n' "$*" "$status" "$text" "$actual"
    head -c 2000 out.txt
    exit 1
  fi
  done_=$((done_ + 1))
}

cat >unsigned.json <<'JSON'
{"@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
 "id": "urn:uuid:8e1a5b5e-44cf-4ab5-8f7a-6f5f3bcd1c01", "type": ["VerifiableCredential", "OpenBadgeCredential"],
 "issuer": {"id": "ISSUER", "type": ["Profile"], "name": "Example University"},
 "validFrom": "2026-01-01T00:00:00Z", "name": "Python 101",
 "credentialSubject": {"id": "did:example:learner", "type": ["AchievementSubject"],
  "achievement": {"id": "https://uni.example/python-101", "type": ["Achievement"], "name": "Python 101",
   "description": "Reads and writes small programs.", "criteria": {"narrative": "An assessed project."}}}}
JSON

# One key an algorithm; every form issues and verifies.
for pair in EdDSA:eddsa-rdfc-2022 EdDSA:ed25519signature2020 EdDSA:vc-jwt ES256:vc-jwt RS256:ob-jwt ES256:ob-jwt-vc1.1; do
  algorithm=${pair%%:*} format=${pair##*:}
  rm -f key.json signed
  expect 0 did: keygen --algorithm "$algorithm" --out key.json
  issuer=$(grep -o 'did:[^ "#]*' out.txt | head -1)
  sed "s|ISSUER|$issuer|" unsigned.json >mine.json
  if [ "$format" = ob-jwt-vc1.1 ] || [ "$format" = ed25519signature2020 ]; then
    sed -i 's|https://www.w3.org/ns/credentials/v2|https://www.w3.org/2018/credentials/v1|; s|validFrom|issuanceDate|' mine.json
    [ "$format" = ob-jwt-vc1.1 ] || sed -i 's|context-3.0.3.json"|context-3.0.3.json", "https://w3id.org/security/suites/ed25519-2020/v1"|' mine.json
  fi
  expect 0 "" issue --key key.json --format "$format" --out signed mine.json
  expect 0 VERIFIED verify --trust-anyone --at 2026-06-01T00:00:00Z signed
  expect 0 '"outcome":"VERIFIED"' verify --json --trust-anyone --at 2026-06-01T00:00:00Z signed
  expect 1 trust.not-accepted verify --trust <(echo did:example:other) signed
done

# Somebody else's name on it.
expect 0 did: keygen --out key2.json
sed "s|ISSUER|did:example:somebody|" unsigned.json >mine.json
expect 1 issuer issue --key key2.json --format eddsa-rdfc-2022 mine.json
expect 73 "cannot write" keygen --out key2.json

# Keys of other tools.
export PASSWORD=correct-horse
keytool=$(dirname "$(readlink -f "$(command -v java)")")/keytool
"$keytool" -genkeypair -keystore keys.p12 -storetype PKCS12 -storepass:env PASSWORD -alias badges -dname CN=x \
  -keyalg EC -groupname secp256r1 2>/dev/null
sed "s|ISSUER|did:web:uni.example|" unsigned.json >mine.json
p12=(issue --key keys.p12 --key-id did:web:uni.example#badges --format vc-jwt)
expect 0 eyJ "${p12[@]}" --password-env PASSWORD mine.json
expect 64 "does not unlock" "${p12[@]}" --password-env HOME mine.json
expect 64 "needs a password" "${p12[@]}" mine.json
expect 64 "badges" "${p12[@]}" --password-env PASSWORD --alias other mine.json
if command -v openssl >/dev/null; then
  openssl genpkey -algorithm ed25519 -out key.pem 2>/dev/null
  expect 0 eyJ issue --key key.pem --key-id did:web:uni.example#badges --format vc-jwt mine.json
fi

# Pictures.
printf '<svg xmlns="http://www.w3.org/2000/svg"><circle r="9"/></svg>' >picture.svg
base64 -d >picture.png <<'PNG'
iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==
PNG
for picture in picture.svg picture.png; do
  rm -f baked signed2
  expect 0 "" bake "$picture" signed --out baked
  expect 0 VERIFIED verify --trust-anyone --at 2026-06-01T00:00:00Z baked
  expect 0 eyJ unbake baked
  expect 0 "" unbake baked --out signed2
  [ "$(cat signed)" = "$(cat signed2)" ]
  expect 73 "cannot write" bake "$picture" signed --out baked
  expect 1 "holds no credential" unbake "$picture"
  expect 1 image.not-baked verify --trust-anyone "$picture"
  expect 1 "cannot be baked" bake "$picture" "$picture" --out baked2
done
sed 's|<circle|<script/><circle|' picture.svg >active.svg
rm -f baked
expect 0 "" bake active.svg signed --out baked
expect 0 "script" unbake baked
expect 0 image.active-content verify --json --trust-anyone --at 2026-06-01T00:00:00Z baked
cat picture.png picture.png >twice.png
expect 1 image.trailing-data verify --trust-anyone twice.png
expect 1 "behind the end" bake twice.png signed --out baked2
expect 64 "--out" bake picture.png signed
expect 66 "cannot read" unbake no-such-file

# A newer version of a credential, from its refresh service.
rm -f key.json signed2
expect 0 did: keygen --out key.json
issuer=$(grep -o 'did:[^ "#]*' out.txt | head -1)
sed "s|ISSUER|$issuer|; s|context-3.0.3.json\"|&, \"https://purl.imsglobal.org/spec/ob/v3p0/extensions.json\"|" unsigned.json |
  sed 's|"validFrom"|"refreshService": {"id": "https://uni.example/refresh", "type": "1EdTechCredentialRefresh"}, &|' >mine.json
expect 0 "" issue --key key.json --format eddsa-rdfc-2022 --out older.json mine.json
sed 's|2026-01-01T|2026-02-01T|; s|"name": "Python 101",$|"name": "Second edition",|' mine.json >newer-unsigned.json
expect 0 "" issue --key key.json --format eddsa-rdfc-2022 --out newer.json newer-unsigned.json
printf 'url\tfile\nhttps://uni.example/refresh\tnewer.json\n' >world.tsv
expect 0 '/refreshService' verify --json --refresh --documents world.tsv --trust-anyone --at 2026-06-01 older.json

# Stacks and plans.
stack=(stack --policy "$stacks/remote-learning/remote-learning.stack.json" --unverified --at 2026-06-30)
expect 0 EARNED "${stack[@]}" --wallet "$stacks/remote-learning/wallets/complete.json"
expect 1 "module-7: 1 more" "${stack[@]}" --plan --wallet "$stacks/remote-learning/wallets/five-of-seven.json"
expect 1 "Cheapest plan, 12 hour" "${stack[@]}" --plan --catalogue "$stacks/remote-learning/catalogue.json" \
  --wallet "$stacks/remote-learning/wallets/five-of-seven.json"

# What strangers send.
: >empty
head -c 4096 /dev/urandom >junk
printf '%%PDF-1.7\n1 0 obj\n' >paper.pdf
head -c 300 signed >truncated.json
head -c 10485760 /dev/zero | tr '\0' ' ' >big.json
printf '%0100000d' 0 | sed 's/0/{"a":/g' >deep.json
printf '{"@context": "https://www.w3.org/ns/credentials/v2", "type": "VerifiableCredential"}' >unsigned2.json
expect 1 form.unknown verify --trust-anyone empty
expect 1 form.unknown verify --trust-anyone junk
expect 1 form.unknown verify --trust-anyone paper.pdf
expect 1 REJECTED verify --trust-anyone truncated.json
expect 2 limit.document verify --trust-anyone big.json
expect 2 limit.depth verify --trust-anyone deep.json
expect 1 proof.missing verify --trust-anyone unsigned2.json
expect 1 REJECTED verify --trust-anyone empty big.json

# Bad usage is one clear line.
expect 64 "--trust" verify signed
expect 64 "--trust" verify --trust-anyone --trust x signed
expect 64 "--at" verify --trust-anyone --at yesterday signed
expect 64 "--advisory" verify --trust-anyone --advisory proof signed
expect 64 "Unknown option" verify --no-such-option --trust-anyone signed
expect 64 "say what to do"
expect 66 "cannot read" verify --trust-anyone no-such-file
expect 0 "unverified" inspect signed

echo "smoke test: $done_ passed, 0 failed"
