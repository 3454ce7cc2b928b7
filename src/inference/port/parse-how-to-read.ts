import type { HowToRead } from '../../messages/host-port.ts'
import { isCopy } from './parse-fields.ts'

/** The valid fields of a message that say how to read its picture. */
export function parseHowToRead(data: object): HowToRead {
  const { copy, asPage, isPatient } = data as { [Key in keyof HowToRead]?: unknown }
  return {
    ...(isCopy(copy) && { copy }),
    ...(asPage === true && { asPage }),
    ...(isPatient === true && { isPatient }),
  }
}
