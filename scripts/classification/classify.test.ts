import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { platform, tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseCsv } from '../../tests/helpers/parse-csv.ts'
import { root } from '../paths.ts'

const onPosix = test.skipIf(platform() === 'win32')
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'apparel-'))
  await mkdir(join(folder, 'shop/more'), { recursive: true })
  const picture = sharp({ create: { width: 300, height: 200, channels: 3, background: '#864' } })
  await picture.jpeg().toFile(join(folder, 'shop/a.jpg'))
  await picture.png().toFile(join(folder, 'shop/more/z.png'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Starts the command in the test's folder, with one process unless told otherwise. */
function start(args: string[], { stdin = '' }: { stdin?: string } = {}): ChildProcess {
  const command = ['--import', import.meta.resolve('tsx'), join(root, 'scripts/classify.ts'), '--jobs', '1', ...args]
  // As outside of npm.
  const { npm_lifecycle_event: _, ...env } = process.env
  const child = spawn(process.execPath, command, { cwd: folder, env })
  child.stdin.on('error', () => {})
  child.stdin.end(stdin)
  return child
}

async function classify(args: string[], input?: { stdin?: string }) {
  const child = start(args, input)
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout as NodeJS.ReadableStream),
    text(child.stderr as NodeJS.ReadableStream),
    once(child, 'exit'),
  ])
  return { stdout, stderr, code }
}

function parsed(stdout: string): { file: string; failure?: string; label?: string }[] {
  return stdout
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
}

test('answers each file in order, and says nothing else in a pipe', async () => {
  const { stdout, stderr, code } = await classify(['shop', 'shop/a.jpg'])
  const lines = parsed(stdout)
  expect(lines.map(({ file }) => file)).toEqual(['shop/a.jpg', 'shop/more/z.png', 'shop/a.jpg'])
  for (const line of lines)
    expect(line).toMatchObject({ label: expect.any(String), verdict: expect.stringMatching(/^(garment|unsure|none)$/) })
  expect(lines[0]).toEqual(lines[2])
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
})

test('gives each file that cannot be read its reason, and goes on', async () => {
  const hostile = join(folder, 'hostile')
  await mkdir(hostile)
  const write = (name: string, bytes: string | Uint8Array) => writeFile(join(hostile, name), bytes)
  const whole = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#864' } })
    .jpeg()
    .toBuffer()
  const bomb = sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#864' } })
  await write('1-empty.jpg', '')
  await write('2-text.jpg', 'no picture\n'.repeat(1000))
  await write('3-huge.txt', '')
  await truncate(join(hostile, '3-huge.txt'), 2 ** 31)
  await write('4-cut.jpg', whole.subarray(0, -300))
  await bomb.png().toFile(join(hostile, '5-bomb.png'))
  await cp(join(folder, 'shop/a.jpg'), join(hostile, '6-fine.jpg'))
  const { stdout, stderr, code } = await classify(['hostile', 'gone', 'shop/a.jpg'])
  expect(parsed(stdout).map(({ file, failure }) => [file, failure])).toEqual([
    ['hostile/1-empty.jpg', 'empty'],
    ['hostile/2-text.jpg', 'not_a_picture'],
    ['hostile/3-huge.txt', 'too_large'],
    ['hostile/4-cut.jpg', 'not_a_picture'],
    ['hostile/5-bomb.png', 'too_many_pixels'],
    ['hostile/6-fine.jpg', undefined],
    ['gone', 'missing'],
    ['shop/a.jpg', undefined],
  ])
  expect({ stderr, code }).toEqual({ stderr: '6 without an answer; their lines say why\n', code: 3 })
})

onPosix('takes a list on standard input, with names that break lines, and writes a table', async () => {
  const names = ['new\nline.jpg', '=quote".jpg', "it's;+1.jpg"]
  for (const name of names) await cp(join(folder, 'shop/a.jpg'), join(folder, name))
  const { stdout, code } = await classify(['--csv', '--null', '-', 'shop/a.jpg'], { stdin: names.join('\0') })
  const rows = parseCsv(stdout)
  expect(rows.map(([file]) => file)).toEqual(['file', 'new\nline.jpg', '\'=quote".jpg', "it's;'+1.jpg", 'shop/a.jpg'])
  expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([8]))
  expect(code).toBe(0)
  const lines = await classify([], { stdin: 'shop/a.jpg\nshop/more\n' })
  expect(parsed(lines.stdout).map(({ file }) => file)).toEqual(['shop/a.jpg', 'shop/more/z.png'])
})

onPosix('does not wait for the writer of a pipe, nor follow a loop', async () => {
  await mkdir(join(folder, 'odd'))
  await symlink('..', join(folder, 'odd/up'))
  await once(spawn('sh', ['-c', 'mkfifo "$0"', join(folder, 'odd/pipe.jpg')]), 'exit')
  const { stdout, code } = await classify(['odd/pipe.jpg', 'odd', '--shard', '1/1'])
  const lines = parsed(stdout)
  expect(lines[0]).toMatchObject({ file: 'odd/pipe.jpg', failure: 'not_a_file' })
  expect(lines.filter(({ file }) => file.endsWith('pipe.jpg'))).toHaveLength(2)
  expect(code).toBe(3)
})

onPosix('ends quietly when the reader has read enough', async () => {
  const child = start([], { stdin: 'shop/a.jpg\n'.repeat(5000) })
  const [stderr] = [text(child.stderr as NodeJS.ReadableStream)]
  await once(child.stdout as NodeJS.ReadableStream, 'data')
  child.stdout?.destroy()
  const [code] = await once(child, 'exit')
  expect({ code, stderr: await stderr }).toEqual({ code: 0, stderr: '' })
})

onPosix('writes only whole lines when it is interrupted', async () => {
  const child = start([], { stdin: 'shop/a.jpg\n'.repeat(5000) })
  const stdout = text(child.stdout as NodeJS.ReadableStream)
  await once(child.stdout as NodeJS.ReadableStream, 'data')
  child.kill('SIGINT')
  const [code] = await once(child, 'exit')
  expect(code).toBe(130)
  expect(await stdout).toMatch(/\}\n$/)
  expect(parsed(await stdout).length).toBeLessThan(5000)
})

test.each([
  [['--shard', '3/2', 'shop']],
  [['--jobs', '0', 'shop']],
  [['--csv', '--json', 'shop']],
  [['--what', 'shop']],
])('refuses %j and says how to use it', async args => {
  const { stdout, stderr, code } = await classify(args)
  expect(stderr).toContain('usage: npm run')
  expect({ stdout, code }).toEqual({ stdout: '', code: 2 })
})
