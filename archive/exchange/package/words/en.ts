/** The fixed wording of a package in English. */
import type { Words } from './words.ts';

export const en: Words = {
  language: 'en',
  readme: {
    title: 'A dossier, and what stands behind it',
    inside: `data/dossier.pdf           the dossier itself
data/originals/            files as they were collected, untouched
data/pictures/             pictures of which only the pixels were to leave, or not all of them: parts that
                           must not leave are black there, and items.json tells where, under "covered"
data/texts/                the readable text of exhibits that the dossier prints whole
data/metadata/items.json   the exhibits, with what is known of each (Dublin Core terms)
data/metadata/items.csv    the same as a table
data/metadata/quotes.jsonld   the quotes as W3C Web Annotations
data/metadata/events.json  what was done with the exhibits, from the log, in the manner of PREMIS
manifest-*.txt             the digest of every file below data/ (BagIt, RFC 8493)
tagmanifest-*.txt          the digest of every other file
signature/                 the public key, and what it signed

A file that did not leave has its reason in items.json, under "withheld":
not-asked  it was not to leave
graphic    a graphic picture, covered in the dossier
names      a name stands in it that must not leave
unread     a name must not leave, and whether it stands in such a file cannot be told`,
    check: `How to check it

In a browser    open VERIFY.html and give it this folder. It needs no network.
Linux, macOS    sh verify.sh
Windows         powershell -ExecutionPolicy Bypass -File verify.ps1
                (tried with another program that runs PowerShell's scripts, not yet on Windows)
By hand         sha256sum -c manifest-sha256.txt
                sha256sum -c tagmanifest-sha256.txt
                openssl pkeyutl -verify -pubin -inkey signature/key.pem -rawin \\
                  -in tagmanifest-sha256.txt -sigfile signature/tagmanifest-sha256.txt.sig
                openssl pkey -pubin -in signature/key.pem -outform DER | sha256sum

Whoever can change a file here can also change what checks it. So take the checking page or the script from a package
that you trust, or check by hand; and compare the fingerprint of the key.`,
    key: `The fingerprint of the key

  {fingerprint}

Compare it with the one that the sender tells you by another way: by voice, on paper, in person. If it is the same,
this package was made by whoever holds that key, and nothing in it was changed since. The key names nobody.`,
    limits: `What this does not prove

Who wrote what is in here, when, or that it is true. The times in it are those of the sender's clock.`,
  },
  page: {
    title: 'Check this package',
    intro:
      'Choose the folder in which this page lies. Its files are read here and compared with the digests and the signature that came along; nothing is sent anywhere.',
    choose: 'Choose the folder',
    drop: 'or drop it here',
    dropFailed:
      'This browser does not let a page read a folder that was dropped on it. Choose it with the button.',
    working: 'Reading {done} of {total} files …',
    noPackage: 'That folder holds no package: bagit.txt and its manifests are missing.',
    twoPackages: 'There is more than one package in that folder. Choose the folder of one.',
    unreadable: 'A file could not be read. Nothing can be said until it can.',
    sound: 'Everything is as it was packed, and the signature is good.',
    soundUnsigned: 'The files are as the manifests say, but the signature could not be checked.',
    unsound: 'This is not what was packed.',
    same: 'As they were: {count}',
    changed: 'Changed: {count}',
    missing: 'Missing: {count}',
    extra: 'Not of the package: {count}',
    signature: 'Signature',
    signed: 'The manifests were signed by the key with this fingerprint:',
    broken: 'The signature does not fit the manifests: they were changed after they were signed.',
    unsigned: 'There is no signature, or no key to check it by. Every package is made with one.',
    unchecked:
      'This browser cannot check signatures of this sort (Ed25519). A newer one can, and so can verify.sh.',
    fingerprint: 'Fingerprint',
    compare: 'The fingerprint as the sender told it',
    compareHint:
      'By voice, on paper, in person: a key that only came along with the package proves nothing of who made it.',
    compareSame: 'It is the same key.',
    compareOther: 'It is another key. Do not trust this package.',
    limits:
      'This shows that nothing was changed since it was packed. It does not show who wrote what is in it, when, or that it is true.',
    offline: 'This page works without a network, and its browser is told to allow it none.',
  },
  script: {
    about: 'Checks this package with public tools. Nothing of it is run, nothing is sent.',
    usage: 'The fingerprint that the sender told you, all 64 digits, can be given as the argument.',
    noTool: 'Neither sha256sum nor shasum is here, so nothing can be checked.',
    noPackage: 'There is no package beside this script: a manifest is missing.',
    same: 'as it was',
    changed: 'CHANGED',
    missing: 'MISSING',
    extra: 'NOT OF THE PACKAGE',
    signed: 'The signature is good.',
    broken: 'THE SIGNATURE IS NOT GOOD.',
    unread: 'A file could not be read, so nothing can be said:',
    unchecked: 'The signature was not checked: that needs OpenSSL 3.',
    fingerprint: 'Fingerprint of the key:',
    compareSame: 'It is the key that you named.',
    compareOther: 'IT IS ANOTHER KEY than the one that you named.',
    sound: 'Everything is as it was packed.',
    unsound: 'THIS IS NOT WHAT WAS PACKED.',
  },
};
