import { createLoader } from '../../core/load-late.ts'
import type { Feature } from '../../feature.ts'
import { isEachGarmentWanted } from './wanted.ts'

/** Loads the badges for each garment where they are wanted. */
export const loadEachGarment: Feature = createLoader('outfit', isEachGarmentWanted)
