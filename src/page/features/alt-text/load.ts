import { tryToTellBackground } from '../../../messages/send.ts'
import type { Feature } from '../../feature.ts'
import { areAltTextsWanted } from './wanted.ts'

/** Loads the descriptions of pictures where they are wanted: few people want them, and every page would pay for them. */
export const loadAltText: Feature = {
  name: 'load-alt-text',
  isWanted: areAltTextsWanted,
  start: () => void tryToTellBackground('load-script', { script: 'alt-text' }),
}
