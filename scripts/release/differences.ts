import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unzipSync } from 'fflate'

/**
 * Compares two releases by their lists of sums. The sources have no archive of themselves, so the second may lack it.
 * @returns a line for each archive that differs or is missing, with the names of the files that differ
 */
export async function differences(
  expected: string,
  found: string,
  folder: string,
  otherFolder: string,
): Promise<string[]> {
  const other = readSums(found)
  const differing: string[] = []
  for (const [name, sum] of readSums(expected)) {
    const otherSum = other.get(name)
    if (otherSum === sum || (otherSum === undefined && name.endsWith('-sources.zip'))) continue
    if (otherSum === undefined) differing.push(`${name} is missing`)
    else {
      const files = differingFiles(await readFile(join(folder, name)), await readFile(join(otherFolder, name)))
      differing.push(`${name} differs: ${files.join(', ') || 'only in how it is packed'}`)
    }
  }
  return differing
}

/** Reads what `sha256sum` writes: the sums by name. */
function readSums(list: string): Map<string, string> {
  return new Map(
    list
      .split('\n')
      .filter(Boolean)
      .map(line => [line.slice(66), line.slice(0, 64)]),
  )
}

function differingFiles(archive: Uint8Array, other: Uint8Array): string[] {
  const [files, others] = [unzipSync(archive), unzipSync(other)]
  const paths = [...new Set([...Object.keys(files), ...Object.keys(others)])]
  return paths.filter(path => Buffer.compare(files[path] ?? Buffer.of(), others[path] ?? Buffer.of()) !== 0)
}
