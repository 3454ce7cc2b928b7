/**
 * `npm run bench:classify`: how fast `npm run classify` is on two cores, on pictures that it draws itself. Writes the figures
 * to bench/classify.md.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { drawPhotos } from './classify/draw-photos.ts'
import { type Figure, rowOf } from './figure.ts'
import { settingOf } from './report/machine.ts'

const SIDE_PIXELS = 1000
const DISTINCT_PICTURES = 100
/** How often they are classified, so that the start counts for little. */
const ROUNDS = 10
const CORES = 2
/** Pictures a second. */
const BAR = 60
/** Processor time that this leaves for each picture, milliseconds. */
const BAR_MS = (CORES * 1000) / BAR
/** A unit of `/proc/self/stat`, on all Linux systems. */
const TICK_MS = 10

const folder = await mkdtemp(join(tmpdir(), 'apparel-'))
try {
  for (const [i, file] of (await drawPhotos(DISTINCT_PICTURES, SIDE_PIXELS)).entries())
    await writeFile(join(folder, `${String(i).padStart(4, '0')}.jpg`), file)
  const { size } = await stat(join(folder, '0000.jpg'))
  const few = await run(Array(CORES).fill(join(folder, '0000.jpg')))
  const many = await run(Array(ROUNDS).fill(folder))
  const perSecond = (many.lines - 1) / (many.lastSecond - many.firstSecond)
  const processorMs = (many.processorMs - few.processorMs) / (many.lines - few.lines)
  const figures: Figure[] = [
    {
      what: `JPEGs of ${SIDE_PIXELS} × ${SIDE_PIXELS}, ${Math.round(size / 1000)} kB, on ${CORES} cores`,
      seen: `${perSecond.toFixed(1)} a second`,
      bar: `≥ ${BAR}`,
      isMet: perSecond >= BAR,
    },
    {
      what: 'processor time of each',
      seen: `${processorMs.toFixed(1)} ms`,
      bar: `≤ ${BAR_MS.toFixed(1)} ms`,
      isMet: processorMs <= BAR_MS,
    },
    { what: 'from the start to the first answer', seen: `${many.firstSecond.toFixed(1)} s`, bar: '–' },
  ]
  const { machine, node, commit, measuredAt } = settingOf('')
  const table = ['| what | seen | bar | |', '|---|---|---|---|', ...figures.map(rowOf)].join('\n')
  console.log(table)
  const head = '# Classifying files\n\nWritten by `npm run bench:classify`; see [classify.ts](classify.ts).'
  const setting = `*${[machine, `Node ${node}`, `commit ${commit}`, `${measuredAt} UTC`].join(' · ')}*`
  await writeFile(new URL('./classify.md', import.meta.url), `${head}\n\n${table}\n\n${setting}\n`)
} finally {
  await rm(folder, { recursive: true })
}

/** Classifies paths. Times are since the start of the command. */
async function run(paths: string[]) {
  const before = await processorMsOfChildren()
  const start = performance.now()
  const command = ['--import', 'tsx', 'scripts/classify.ts', '--jobs', String(CORES), ...paths]
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<number | null>(resolve => child.on('exit', resolve))
  const times: number[] = []
  for await (const line of createInterface(child.stdout)) {
    if ('failure' in JSON.parse(line)) throw new Error(`no answer: ${line}`)
    times.push((performance.now() - start) / 1000)
  }
  if ((await ended) !== 0) throw new Error('npm run classify failed')
  const processorMs = (await processorMsOfChildren()) - before
  return { lines: times.length, firstSecond: times[0] ?? 0, lastSecond: times.at(-1) ?? 0, processorMs }
}

/** Processor time of all processes that have ended below this one, milliseconds; NaN where the system does not tell. */
async function processorMsOfChildren(): Promise<number> {
  const text = await readFile('/proc/self/stat', 'utf8').catch(() => '')
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[13]) + Number(fields[14])) * TICK_MS
}
