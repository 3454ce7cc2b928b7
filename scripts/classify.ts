/** Classifies files and folders of pictures: `npm run --silent classify -- PATH…`. */
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { ReadableStream } from 'node:stream/web'
import { parseArgs } from 'node:util'
import { csvHead, csvRow, jsonLine } from './classification/as-line.ts'
import { ClassifierPool } from './classification/classifier-pool.ts'
import { mapInOrder } from './classification/in-order.ts'
import { type ListedFile, listFiles, shardOf } from './classification/list-files.ts'
import { ProgressLine } from './classification/progress.ts'
import { readList } from './classification/read-list.ts'
import { Refusal, runCommand } from './refusal.ts'

const USAGE = `usage: npm run --silent classify -- [PATH…] [options]
  PATH           a file, or a folder with all that it holds; \`-\`, or no path at all: a list of paths on standard input
  --json         one JSON object a line; the default
  --csv          a table instead
  --null         the list on standard input is separated by NUL, as by \`find -print0\`, and not by lines
  --shard K/N    only every N-th file from the K-th on, so that N machines can share the work
  --jobs N       processes; by default as many as there are cores
exit code: 0 if every file has an answer, 3 if some have a failure instead, 2 if the command was wrong, 1 if it failed,
130 if it was interrupted`

/** The code if some files have no answer. */
const SOME_FAILED = 3
/** Files that each process may be ahead of the slowest. */
const AHEAD_PER_JOB = 16
const MAX_JOBS = 1024

async function main(): Promise<void> {
  const { paths, format, head, separator, shard, jobs } = readArguments()
  const all = shardOf(listFiles(expand(paths, separator)), ...shard)
  const progress = process.stderr.isTTY ? new ProgressLine(process.stderr) : undefined
  const files = progress ? counted(all, total => (progress.total = total)) : all
  const pool = await ClassifierPool.open(jobs)
  endEarly(pool, progress)

  let failed = 0
  const answers = mapInOrder(files, jobs * AHEAD_PER_JOB, async ({ path, failure }) => ({
    file: path.toString(),
    answer: failure ?? (await pool.classify(path)),
  }))
  try {
    if (head) await write(head)
    for await (const { file, answer } of answers) {
      if ('failure' in answer) failed++
      // A line would start behind what is drawn.
      if (process.stdout.isTTY) progress?.clear()
      await write(format(file, answer))
      progress?.advance(failed)
    }
  } finally {
    progress?.clear()
    pool.close()
  }
  if (failed > 0) {
    console.error(`${failed} without an answer; their lines say why`)
    process.exitCode = SOME_FAILED
  }
}

/** The paths, with those on standard input in the place of `-`. */
async function* expand(paths: string[], separator: '\n' | '\0'): AsyncGenerator<Buffer> {
  for (const path of paths) {
    if (path === '-') yield* readList(process.stdin, separator)
    else yield Buffer.from(path)
  }
}

/** The same files, while they are also counted ahead: that keeps their paths in memory, but tells the time that is left. */
function counted(files: AsyncGenerator<ListedFile>, tell: (total: number) => void): AsyncIterator<ListedFile> {
  const [first, second] = ReadableStream.from(files).tee()
  const count = async () => {
    let total = 0
    for await (const _ of second) total++
    tell(total)
  }
  // Whoever reads the files meets the same error.
  count().catch(() => {})
  return first.values()
}

/** Ends quietly when the reader of the output has read enough, and at once when the user interrupts. */
function endEarly(pool: ClassifierPool, progress: ProgressLine | undefined): void {
  const end = (code: number) => {
    pool.close()
    progress?.clear()
    process.exit(code)
  }
  process.on('SIGINT', () => end(130))
  process.on('SIGTERM', () => end(143))
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') end(0)
    console.error(`cannot write the output: ${error.message}`)
    end(1)
  })
}

async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

function readArguments() {
  const options = {
    json: { type: 'boolean', default: false },
    csv: { type: 'boolean', default: false },
    null: { type: 'boolean', default: false },
    shard: { type: 'string', default: '1/1' },
    jobs: { type: 'string', default: String(availableParallelism()) },
  } as const
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    const shard = /^([1-9]\d{0,6})\/([1-9]\d{0,6})$/.exec(values.shard)?.slice(1).map(Number) as
      | [number, number]
      | undefined
    const jobs = Number(values.jobs)
    const isPossible = shard && shard[0] <= shard[1] && Number.isInteger(jobs) && jobs >= 1 && jobs <= MAX_JOBS
    const paths = positionals.length > 0 ? positionals : process.stdin.isTTY ? [] : ['-']
    if (isPossible && paths.length > 0 && !(values.csv && values.json))
      return {
        paths,
        shard,
        jobs,
        ...(values.csv ? { format: csvRow, head: csvHead } : { format: jsonLine, head: '' }),
        separator: values.null ? ('\0' as const) : ('\n' as const),
      }
  } catch (error) {
    throw new Refusal(`${(error as Error).message}\n${USAGE}`)
  }
  throw new Refusal(USAGE)
}

// npm runs commands in the repository, but paths are relative to where the user is.
if (process.env.npm_lifecycle_event === 'classify' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD)
await runCommand(main)
