/** `verify.ps1`: the same for Windows, kept small. It was never run by us: no PowerShell was to be had where this was made. */
import type { ScriptWords } from './words/words.ts';

/** Begins with a byte order mark, or Windows PowerShell takes it for the code page of the system. */
export function verifyPowershell(words: ScriptWords): string {
  const said = Object.entries(words).map(
    ([name, text]) => `$say_${name} = '${(text as string).replaceAll("'", "''")}'`,
  );
  return `\uFEFF${['# ' + words.about, ...said, BODY].join('\r\n').replace(/\r?\n/g, '\r\n')}`;
}

const BODY = `
Set-Location -LiteralPath $PSScriptRoot
$bad = $false
$listed = @{ data = @(); tag = @() }
foreach ($part in 'data', 'tag') {
  foreach ($algorithm in 'SHA256', 'SHA512') {
    $list = 'manifest-' + $algorithm.ToLower() + '.txt'
    if ($part -eq 'tag') { $list = 'tag' + $list }
    if (-not (Test-Path -LiteralPath $list -PathType Leaf)) { $say_noPackage; exit 1 }
    foreach ($line in Get-Content -LiteralPath $list -Encoding UTF8) {
      $want, $path = $line -split '  ', 2
      $listed[$part] += $path
      if (-not (Test-Path -LiteralPath $path -PathType Leaf)) { $say_missing + '  ' + $path; $bad = $true }
      elseif ((Get-FileHash -LiteralPath $path -Algorithm $algorithm).Hash -ne $want) { $say_changed + '  ' + $path; $bad = $true }
    }
  }
}
$signing = 'tagmanifest-sha256.txt', 'tagmanifest-sha512.txt', 'signature/tagmanifest-sha256.txt.sig', 'signature/tagmanifest-sha512.txt.sig'
foreach ($file in Get-ChildItem -Recurse -Force -File) {
  $path = $file.FullName.Substring($PSScriptRoot.Length + 1).Replace('\\', '/')
  $part = if ($path.StartsWith('data/')) { 'data' } else { 'tag' }
  if ($listed[$part] -notcontains $path -and $signing -notcontains $path) { $say_extra + '  ' + $path; $bad = $true }
}
$signature = $say_unchecked
if (Get-Command openssl -ErrorAction SilentlyContinue) {
  $signature = $say_signed
  foreach ($name in 'tagmanifest-sha256.txt', 'tagmanifest-sha512.txt') {
    openssl pkeyutl -verify -pubin -inkey signature/key.pem -rawin -in $name -sigfile ('signature/' + $name + '.sig') | Out-Null
    if ($LASTEXITCODE -ne 0) { $signature = $say_broken; $bad = $true }
  }
}
$signature
$pem = @(Get-Content -LiteralPath signature/key.pem)
if ($pem.Count -ne 3) { $say_broken; $say_unsound; exit 1 }
$key = $pem[1]
$hash = [Security.Cryptography.SHA256]::Create().ComputeHash([Convert]::FromBase64String($key))
$say_fingerprint + ' ' + ((($hash | ForEach-Object { $_.ToString('x2') }) -join '') -replace '(.{4})', '$1 ')
if ($bad) { $say_unsound; exit 1 }
if ($signature -eq $say_unchecked) { exit 3 }
$say_sound
`;
