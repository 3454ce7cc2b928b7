export { checkTag } from '../../src/history/import/check-tag.ts'
export { parseToHost } from '../../src/inference/port/parse-to-host.ts'
export { migrate } from '../../src/settings/schema.ts'
