import { createLoader } from '../../core/load-late.ts'
import type { Feature } from '../../feature.ts'
import { areAltTextsWanted } from './wanted.ts'

/** Loads the descriptions of pictures where they are wanted. */
export const loadAltText: Feature = createLoader('alt-text', areAltTextsWanted)
