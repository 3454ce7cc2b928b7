import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ClassifierPool } from './classifier-pool.ts'
import type { FileFailure } from './file-answer.ts'

/** Stands in for the classifier's process: what it does with a path is the path's text. */
const PROGRAM = `
import { readdirSync, writeFileSync } from 'node:fs'
process.on('message', path => {
  const text = Buffer.from(path).toString()
  if (text === 'crash') process.kill(process.pid, 'SIGSEGV')
  else if (text === 'exit') process.exit(7)
  else if (text.startsWith('meet ')) {
    const place = text.slice(5)
    writeFileSync(place + '/' + process.pid, '')
    const timer = setInterval(() => {
      if (readdirSync(place).length < 3) return
      clearInterval(timer)
      process.send({ failure: 'empty', detail: 'met' })
    }, 5)
  } else if (text !== 'hang') process.send({ failure: 'empty', detail: text })
})
process.on('disconnect', () => process.exit())
process.send('ready')
`
let folder: string
let program: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'apparel-'))
  program = join(folder, 'program.mjs')
  await writeFile(program, PROGRAM)
})
afterAll(() => rm(folder, { recursive: true }))

async function answers(paths: string[], count: number, timeoutMs?: number): Promise<string[]> {
  const pool = await ClassifierPool.open(count, { program, ...(timeoutMs && { timeoutMs }) })
  try {
    const all = await Promise.all(paths.map(path => pool.classify(Buffer.from(path)) as Promise<FileFailure>))
    return all.map(({ failure, detail }) => `${failure}: ${detail}`)
  } finally {
    pool.close()
  }
}

test('a file that crashes its process costs only its own answer', async () => {
  const paths = ['a', 'crash', 'b', 'exit', 'c', 'crash', 'd']
  for (const count of [1, 3]) {
    const found = await answers(paths, count)
    expect(found).toEqual([
      'empty: a',
      'crashed: the decoder ended with SIGSEGV',
      'empty: b',
      'crashed: the decoder ended with exit code 7',
      'empty: c',
      'crashed: the decoder ended with SIGSEGV',
      'empty: d',
    ])
  }
})

test('a file that takes too long is given up, and the others are not', async () => {
  expect(await answers(['hang', 'a'], 1, 1500)).toEqual(['timed_out: 1.5 s', 'empty: a'])
})

test('all processes work at the same time', async () => {
  const place = await mkdtemp(join(folder, 'place-'))
  expect(await answers(Array(3).fill(`meet ${place}`), 3)).toEqual(Array(3).fill('empty: met'))
})

test('fails when a process does not start', async () => {
  const broken = join(folder, 'broken.mjs')
  await writeFile(broken, 'process.exit(5)')
  const pool = await ClassifierPool.open(2, { program: broken })
  await expect(pool.classify(Buffer.from('a'))).rejects.toThrow('a classifier did not start: exit code 5')
  await expect(pool.classify(Buffer.from('b'))).rejects.toThrow('did not start')
  pool.close()
})
