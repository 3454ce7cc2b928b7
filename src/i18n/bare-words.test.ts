import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { bareWords } from '../../tests/helpers/bare-words.ts'

it('has no user-visible text outside the locale files', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(isShippedCode)
  const found = files.flatMap(file =>
    bareWords(readFileSync(join('src', file), 'utf8')).map(words => `${file}:${words}`),
  )
  expect(files.length).toBeGreaterThan(100)
  expect(found).toEqual([])
})

/** Tests show nothing to the user, nor do kernels, whose AssemblyScript is no TypeScript. */
function isShippedCode(file: string): boolean {
  return /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !file.includes('/kernels/')
}

it('finds bare text in each form it can take', () => {
  const source = `
    const page = <p title="Two words">Some <b>{isOn ? 'more' : text('less')}</b></p>
    button.textContent = 'Press'
    button.setAttribute('aria-label', \`Press \${n}\`)
    element('b', 'class', 'Bold')`
  expect(bareWords(source)).toEqual(['2: Two words', '2: Some', '2: more', '3: Press', '4: Press', '5: Bold'])
})
