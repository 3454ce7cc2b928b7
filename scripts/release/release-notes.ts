const UNRELEASED = 'Unreleased'

/** The sections of a changelog by title, `Unreleased` or a version; their order is that of the file. */
function sections(changelog: string): Map<string, string> {
  const parts = changelog.split(/^## /m).slice(1)
  return new Map(
    parts.map(part => {
      const [heading = '', ...lines] = part.split('\n')
      return [/\[([^\]]+)\]/.exec(heading)?.[1] ?? heading.trim(), lines.join('\n').trim()]
    }),
  )
}

/**
 * The notes of a release, in Markdown: what is not released yet, otherwise the changes of the version.
 * @throws Error if the changelog says nothing of the version
 */
export function releaseNotes(changelog: string, version: string): string {
  const known = sections(changelog)
  const notes = known.get(UNRELEASED) || known.get(version)
  if (!notes) throw new Error(`CHANGELOG.md has no changes for version ${version}.`)
  return `${notes}\n`
}

/**
 * Checks that a tag names this version and that the changelog is complete.
 * @throws Error that says what to do
 */
export function checkTag(tag: string, changelog: string, version: string): void {
  if (tag !== `v${version}`) throw new Error(`The tag is ${tag}, but package.json says version ${version}.`)
  const known = sections(changelog)
  if (known.get(UNRELEASED)) throw new Error(`CHANGELOG.md has unreleased changes. Move them to version ${version}.`)
  if (!known.get(version)) throw new Error(`CHANGELOG.md has no changes for version ${version}.`)
}
