import { tryToTellBackground } from '../../../messages/send.ts'
import type { Feature } from '../../feature.ts'
import { isEachGarmentWanted } from './wanted.ts'

/** Loads the badges for each garment where they are wanted: most people want one for a picture. */
export const loadEachGarment: Feature = {
  name: 'load-each-garment',
  isWanted: isEachGarmentWanted,
  start: () => void tryToTellBackground('load-script', { script: 'outfit' }),
}
