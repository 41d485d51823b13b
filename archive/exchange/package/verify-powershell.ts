/** `verify.ps1`: the same as `verify.sh` for Windows. In plain words of the language, so that each PowerShell since 3 runs it. */
import type { ScriptWords } from './words/words.ts';

/**
 * Exit codes are those of `verify.sh`. Begins with a byte order mark, or Windows PowerShell takes it for the code page of
 * the system. PowerShell takes typographic quotation marks for plain ones, so these are written twice too.
 */
export function verifyPowershell(words: ScriptWords): string {
  const said = Object.entries(words).map(
    ([name, text]) => `$say_${name} = '${(text as string).replace(/['‘’‚‛]/g, '$&$&')}'`,
  );
  return `\uFEFF${['# ' + words.about, ...said, BODY].join('\r\n').replace(/\r?\n/g, '\r\n')}`;
}

/**
 * Files are read by whole paths, since .NET knows nothing of the place that PowerShell is at; `openssl` is told short
 * ones, since on Windows it takes no letters that the system's code page lacks. `New-Object System.Collections.Hashtable`
 * tells capital letters apart, which `@{}` does not. Makers of digests are those that a Windows in FIPS mode allows.
 */
const BODY = String.raw`
$expected = [regex]::Replace([string]::Join('', $args).ToLower(), '[^0-9a-f]', '')
if ($args.Count -ne 0 -and $expected.Length -ne 64) { $say_usage; exit 2 }
# At the root of a drive the folder ends in a separator already.
$root = [regex]::Replace($PSScriptRoot, '[\\/]+$', '') + '/'
$manifests = 'manifest-sha256.txt', 'manifest-sha512.txt', 'tagmanifest-sha256.txt', 'tagmanifest-sha512.txt'
$unlisted = New-Object System.Collections.Hashtable
foreach ($name in 'tagmanifest-sha256.txt', 'tagmanifest-sha512.txt') { $unlisted[$name] = $true; $unlisted['signature/' + $name + '.sig'] = $true }
$found = New-Object System.Collections.Hashtable
$listed = New-Object System.Collections.Hashtable
$kept = 0

function hex_of($bytes) { return [BitConverter]::ToString($bytes).Replace('-', '').ToLower() }

function digest_of($path, $algorithm) {
  $hasher = New-Object System.Security.Cryptography.SHA256CryptoServiceProvider
  if ($algorithm -eq 'sha512') { $hasher = New-Object System.Security.Cryptography.SHA512CryptoServiceProvider }
  $stream = [IO.File]::OpenRead($path)
  try { return hex_of $hasher.ComputeHash($stream) } finally { $stream.Close() }
}

try {
  Set-Location -LiteralPath $root
  foreach ($name in @('bagit.txt') + $manifests) {
    if (-not [IO.File]::Exists($root + $name)) { $say_noPackage + ' (' + $name + ')'; exit 1 }
  }
  foreach ($manifest in $manifests) {
    $algorithm = 'sha512'
    if ($manifest.Contains('sha256')) { $algorithm = 'sha256' }
    foreach ($line in [IO.File]::ReadAllLines($root + $manifest)) {
      $path = ''
      $want = ''
      if ($line -match '^([0-9a-f]+)  (.+)$') { $want = $Matches[1]; $path = $Matches[2] }
      $listed[$manifest + ' ' + $path] = $true
      $finding = ''
      if ($path -eq '') { $finding = $say_changed; $path = $line }
      elseif ($path -match '^/|[:\\]|//|(^|/)[.][.]?(/|$)') { $finding = $say_changed }
      elseif (-not [IO.File]::Exists($root + $path)) { $finding = $say_missing }
      elseif ((digest_of ($root + $path) $algorithm) -cne $want) { $finding = $say_changed }
      if ($finding -ne '') { $found[$finding + '  ' + $path] = $true }
      if ($algorithm -eq 'sha256') { $kept = $kept + 1 }
    }
  }
  $files = [IO.Directory]::GetFiles($root, '*', [IO.SearchOption]::AllDirectories)
  foreach ($file in $files) {
    $path = $file.Substring($root.Length).Replace('\', '/')
    if ($unlisted.ContainsKey($path)) { continue }
    $kind = 'tagmanifest'
    if ($path.StartsWith('data/')) { $kind = 'manifest' }
    foreach ($algorithm in 'sha256', 'sha512') {
      if (-not $listed.ContainsKey($kind + '-' + $algorithm + '.txt ' + $path)) { $found[$say_extra + '  ' + $path] = $true }
    }
  }
  if ($found.Count -ne 0) {
    foreach ($finding in @($found.Keys | Sort-Object)) {
      $finding
      if (-not $finding.StartsWith($say_extra + '  ')) { $kept = $kept - 1 }
    }
  }
  [string]$kept + ' ' + $say_same
} catch {
  $say_unread + ' ' + [string]$_
  exit 2
}

$bad = $found.Count -ne 0
$fingerprint = ''
try {
  $pem = [IO.File]::ReadAllLines($root + 'signature/key.pem')
  $hasher = New-Object System.Security.Cryptography.SHA256CryptoServiceProvider
  # With more than one key in it, openssl might take another than this one.
  if ($pem.Length -eq 3 -and $pem[0] -ceq '-----BEGIN PUBLIC KEY-----') { $fingerprint = hex_of $hasher.ComputeHash([Convert]::FromBase64String($pem[1])) }
} catch { $fingerprint = '' }
if ($fingerprint -eq '') { $say_broken; $say_unsound; exit 1 }

$signature = 'unchecked'
try {
  if ([string](& openssl version) -match '^OpenSSL ([3-9]|[1-9][0-9])[.]') { $signature = 'signed' }
} catch { $signature = 'unchecked' }
if ($signature -eq 'signed') {
  foreach ($name in 'tagmanifest-sha256.txt', 'tagmanifest-sha512.txt') {
    $told = [string](& openssl pkeyutl -verify -pubin -inkey signature/key.pem -rawin -in $name -sigfile ('signature/' + $name + '.sig'))
    if ($LASTEXITCODE -ne 0) { $signature = 'broken' }
  }
}
if ($signature -eq 'signed') { $say_signed }
if ($signature -eq 'broken') { $say_broken; $bad = $true }
if ($signature -eq 'unchecked') { $say_unchecked }
$say_fingerprint + ' ' + [regex]::Replace($fingerprint, '(....)', '$1 ').Trim()
if ($expected -ne '') {
  if ($expected -eq $fingerprint) { $say_compareSame } else { $say_compareOther; $bad = $true }
}
if ($bad) { $say_unsound; exit 1 }
if ($signature -eq 'unchecked') { exit 3 }
$say_sound
exit 0
`;
