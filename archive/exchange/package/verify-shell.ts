/** `verify.sh`: checks a package by public tools alone. POSIX sh, with sha256sum or shasum, and openssl for the signature. */
import type { ScriptWords } from './words/words.ts';

/** Exit code: 0 all good, 1 not what was packed, 2 nothing could be checked, 3 files good and the signature not checked. */
export function verifyShell(words: ScriptWords): string {
  const said = Object.entries(words).map(([name, text]) => `say_${name}=${quoted(text as string)}`);
  return ['#!/bin/sh', ...said, BODY].join('\n');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

const BODY = `
LC_ALL=C
export LC_ALL
if [ "\${1-}" = --help ]; then
  printf '%s\n' "$say_about" "$say_usage"
  exit 0
fi
cd "$(dirname -- "$0")" || exit 2
expected=$(printf '%s' "$*" | tr 'A-F' 'a-f' | tr -dc '0-9a-f')
# What is no fingerprint, such as the name of a folder, is no other key.
if [ -n "$*" ] && [ \${#expected} -ne 64 ]; then
  printf '%s\\n' "$say_usage"
  exit 2
fi

if command -v sha256sum >/dev/null 2>&1; then
  digest() { "sha$1sum" | cut -d ' ' -f 1; }
elif command -v shasum >/dev/null 2>&1; then
  digest() { shasum -a "$1" | cut -d ' ' -f 1; }
else
  echo "$say_noTool"
  exit 2
fi

manifests='manifest-sha256.txt manifest-sha512.txt tagmanifest-sha256.txt tagmanifest-sha512.txt'
for name in bagit.txt $manifests; do
  if [ ! -f "$name" ]; then
    echo "$say_noPackage ($name)"
    exit 1
  fi
done

# One line for each file that is not as it was packed.
check_listed() {
  while read -r want path || [ -n "$want" ]; do
    case "/$path/" in
      *//*|*/../*|*/./*) echo "$say_changed  $path"; continue ;;
    esac
    if [ -L "./$path" ] || { [ -e "./$path" ] && [ ! -f "./$path" ]; }; then
      echo "$say_changed  $path"
    elif [ ! -f "./$path" ]; then
      echo "$say_missing  $path"
    elif [ "$(digest "$2" < "./$path")" != "$want" ]; then
      echo "$say_changed  $path"
    fi
  done < "$1"
}

# Of the files below data/ each manifest lists all; of the others the tag manifests list all but themselves and what signs them.
check_extra() {
  find . ! -type d -print | sed 's|^\\./||' | while IFS= read -r path; do
    case "$path" in
      data/*) lists='manifest-sha256.txt manifest-sha512.txt' ;;
      tagmanifest-sha256.txt|tagmanifest-sha512.txt) continue ;;
      signature/tagmanifest-sha256.txt.sig|signature/tagmanifest-sha512.txt.sig) continue ;;
      *) lists='tagmanifest-sha256.txt tagmanifest-sha512.txt' ;;
    esac
    for list in $lists; do
      sed 's/^[0-9a-f]*  //' "$list" | grep -Fqx -e "$path" || echo "$say_extra  $path"
    done
  done
}

all_findings() {
  check_listed manifest-sha256.txt 256
  check_listed manifest-sha512.txt 512
  check_listed tagmanifest-sha256.txt 256
  check_listed tagmanifest-sha512.txt 512
  check_extra
}

result=0
found=$(all_findings | sort -u)
listed=$(cat manifest-sha256.txt tagmanifest-sha256.txt | wc -l)
if [ -n "$found" ]; then
  printf '%s\\n' "$found"
  result=1
fi
echo "$((listed - $(printf '%s' "$found" | grep -c -v -e "^$say_extra  " || :))) $say_same"

signature=unchecked
if command -v openssl >/dev/null 2>&1 && openssl pkeyutl -help 2>&1 | grep -q -e '-rawin'; then
  signature=signed
  for name in tagmanifest-sha256.txt tagmanifest-sha512.txt; do
    openssl pkeyutl -verify -pubin -inkey signature/key.pem -rawin -in "$name" \\
      -sigfile "signature/$name.sig" >/dev/null 2>&1 || signature=broken
  done
fi
case $signature in
  signed) echo "$say_signed" ;;
  broken) echo "$say_broken"; result=1 ;;
  *) echo "$say_unchecked" ;;
esac

if [ $signature != unchecked ]; then
  fingerprint=$(openssl pkey -pubin -in signature/key.pem -outform DER 2>/dev/null | digest 256)
  echo "$say_fingerprint $(printf '%s' "$fingerprint" | sed 's/..../& /g')"
  if [ -n "$expected" ] && [ "$expected" = "$fingerprint" ]; then
    echo "$say_compareSame"
  elif [ -n "$expected" ]; then
    echo "$say_compareOther"
    result=1
  fi
fi

if [ $result = 1 ]; then
  echo "$say_unsound"
elif [ $signature = unchecked ]; then
  result=3
else
  echo "$say_sound"
fi
exit $result
`;
