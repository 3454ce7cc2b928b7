import { type Zippable, zipSync } from 'fflate'

/** A file to pack. */
export interface PackedFile {
  bytes: Uint8Array
  isExecutable: boolean
}

/** No commit's time: an archive of the same files must not differ. fflate reads this in local time and writes local time. */
const MODIFIED = '1980-01-01T00:00:00'
/** The archive's attributes are those of Unix, whatever it is made on. */
const UNIX = 3
const REGULAR_FILE = 0o100644
const PROGRAM = 0o100755

/**
 * Zips files. The same names and contents give the same bytes in any order, at any time and on any machine.
 * @param files by path, with `/` between folders
 */
export function zip(files: Record<string, PackedFile>): Uint8Array {
  const entries: Zippable = {}
  // By code units, because the order of a locale differs between machines.
  for (const path of Object.keys(files).sort()) {
    const { bytes, isExecutable } = files[path] as PackedFile
    const attrs = ((isExecutable ? PROGRAM : REGULAR_FILE) << 16) >>> 0
    entries[path] = [bytes, { os: UNIX, attrs }]
  }
  return zipSync(entries, { level: 9, mtime: MODIFIED })
}
