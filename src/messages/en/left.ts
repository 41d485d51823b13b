/** Texts of what left before, and of what names it. */
export const left = {
  'command.exportDigest.file': 'SHA-256 {sha256}',
  'command.exportDigest.list': 'SHA-256 of the list of its files {sha256}',
  'command.exportDigest.manifest':
    'SHA-256 of tagmanifest-sha256.txt, which names all of it {sha256}',
  'export.digest.file': 'SHA-256 of the file',
  'export.digest.list': 'SHA-256 of the list of its files',
  'export.digest.manifest': 'SHA-256 of tagmanifest-sha256.txt, which names all of it',
  'export.earlier': 'Before this, it left on {date}.',
  'export.earlierFor': 'For:',
  'export.first': 'It has not left before.',
  'export.firstFor': 'Nothing has left for this recipient before.',
  'export.since': 'Done since then:',
  'export.unchanged': 'Nothing was done since then.',
} as const;
