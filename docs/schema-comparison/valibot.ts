export { checkTag } from './check-tag.ts'
export { migrate } from './migrate.ts'
export { parseToHost } from './to-host.ts'
