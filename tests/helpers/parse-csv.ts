/** Parses a table as specified by RFC 4180. */
export function parseCsv(text: string): string[][] {
  const rows = text
    .replace('\ufeff', '')
    .matchAll(/(?:"(?:[^"]|"")*"|[^",\r\n]*)(?:,(?:"(?:[^"]|"")*"|[^",\r\n]*))*\r\n/g)
  return [...rows].map(([row]) =>
    [...row.trimEnd().matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
      ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
    ),
  )
}
