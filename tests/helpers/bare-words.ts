import { parseAst } from 'vite'

interface Node {
  type: string
  start: number
  [part: string]: unknown
}

/** Attributes that people see or hear. */
const SHOWN = /^(title|alt|label|placeholder|aria-(label|description|valuetext|roledescription|placeholder))$/
/** Properties of elements by which words get into a page. */
const WRITTEN = /^(textContent|innerText|innerHTML|title|alt|placeholder|ariaLabel|ariaDescription)$/

/** Words in a piece of TypeScript that people would see and no locale file could change, as `line: words`. */
export function bareWords(source: string): string[] {
  const found: string[] = []
  const note = (node: Node, words: unknown) => {
    // A letter alone is no word: `×` and units are neither.
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
      // Of the overlay: element(name, class, words).
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
