import { readFile, writeFile } from 'node:fs/promises'
import { rowOf } from '../figure.ts'
import type { Setting } from './machine.ts'
import type { Part, Table } from './part.ts'

/** The content of `results.json`: the latest measurement of each part. */
export type Results = Record<string, Part & { setting: Setting; versions: Record<string, string> }>

const json = new URL('../results.json', import.meta.url)
const markdown = new URL('../results.md', import.meta.url)

/** Replaces a part's earlier measurement, and rewrites both files. */
export async function record(name: string, part: Results[string], order: string[]): Promise<void> {
  const before: Results = await readFile(json, 'utf8').then(JSON.parse, () => ({}))
  const all = { ...before, [name]: part }
  const results = Object.fromEntries(order.flatMap(name => (all[name] ? [[name, all[name]]] : [])))
  await writeFile(json, `${JSON.stringify(results, rounded, 1)}\n`)
  await writeFile(markdown, asMarkdown(results))
}

/** Rounds to hundredths: finer differences mean nothing. */
function rounded(_: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 100) / 100 : value
}

function asMarkdown(results: Results): string {
  const parts = Object.values(results).map(part => [sectionOf(part), settingText(part)].join('\n\n'))
  const title =
    '# How fast, and how large\n\nWritten by `npm run bench`; the individual measurements are in `results.json`.'
  return `${[title, ...parts].join('\n\n')}\n`
}

/** A part as a Markdown section. */
export function sectionOf({ title, notes, tables, figures }: Part): string {
  const bars = figures.length
    ? [['| what | seen | bar | |', '|---|---|---|---|', ...figures.map(rowOf)].join('\n')]
    : []
  return [`## ${title}`, notes.join(' '), ...tables.map(tableText), ...bars].join('\n\n')
}

function tableText({ title, head, rows }: Table): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  const rule = `|${head.map((_, i) => (i === 0 ? '---' : '---:')).join('|')}|`
  return [`**${title}**\n`, line(head), rule, ...rows.map(line)].join('\n')
}

function settingText({ setting, versions }: Results[string]): string {
  const { machine, system, browser, node, commit, measuredAt } = setting
  const runtimes = Object.entries(versions).map(([name, version]) => `${name} ${version}`)
  return `*${[machine, system, browser, `Node ${node}`, ...runtimes, `commit ${commit}`, `${measuredAt} UTC`].join(' · ')}*`
}
