import { parseAst } from 'vite'

interface Node {
  type: string
  start: number
  [part: string]: unknown
}

/** Attributes whose text people see or hear. */
const SHOWN = /^(title|alt|label|placeholder|aria-(label|description|valuetext|roledescription|placeholder))$/
/** Element properties that put text into a page. */
const WRITTEN = /^(textContent|innerText|innerHTML|title|alt|placeholder|ariaLabel|ariaDescription)$/

/** Texts in TypeScript source that people would see but translators cannot reach, as `line: text`. */
export function bareWords(source: string): string[] {
  const found: string[] = []
  const note = (node: Node, words: unknown) => {
    // Symbols, units and single letters need no translation.
    if (typeof words === 'string' && /\p{L}{2}/u.test(words))
      found.push(`${source.slice(0, node.start).split('\n').length}: ${words.trim()}`)
  }
  const noteValue = (value: Node | undefined) => {
    if (value?.type === 'JSXExpressionContainer') noteValue(value.expression as Node)
    if (value?.type === 'Literal') note(value, value.value)
    if (value?.type === 'TemplateLiteral')
      for (const quasi of value.quasis as Node[]) note(value, (quasi.value as { cooked: string }).cooked)
    if (value?.type === 'ConditionalExpression')
      for (const side of ['consequent', 'alternate']) noteValue(value[side] as Node)
    if (value?.type === 'LogicalExpression') noteValue(value.right as Node)
  }
  const visit = (node: Node) => {
    if (node.type === 'JSXText') note(node, node.value)
    if (node.type === 'JSXElement' || node.type === 'JSXFragment')
      for (const child of node.children as Node[]) if (child.type === 'JSXExpressionContainer') noteValue(child)
    if (node.type === 'JSXAttribute' && SHOWN.test(String((node.name as Node).name))) noteValue(node.value as Node)
    if (node.type === 'AssignmentExpression' && WRITTEN.test(String(((node.left as Node).property as Node)?.name)))
      noteValue(node.right as Node)
    if (node.type === 'CallExpression') {
      const [first, second, third] = node.arguments as Node[]
      const { name, property } = node.callee as { name?: string; property?: Node }
      // The overlay's helper: element(name, class, words).
      if (name === 'element') noteValue(third)
      if (property?.name === 'setAttribute' && SHOWN.test(String(first?.value))) noteValue(second)
    }
    for (const part of Object.values(node))
      for (const child of Array.isArray(part) ? part : [part]) if (isNode(child)) visit(child)
  }
  visit(parseAst(source, { lang: 'tsx' }) as unknown as Node)
  return found
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}
